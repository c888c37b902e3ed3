package org.anuyat.payments.service.banks.calls;

import java.util.Map;
import org.springframework.http.MediaType;
import tools.jackson.databind.json.JsonMapper;

/**
 * An answer in a bank's own words.
 *
 * @param headers beside the content type
 */
public record BankReply(MediaType type, byte[] body, Map<String, String> headers) {

    /** An answer in JSON without headers of its own. */
    public static BankReply json(Object answer) {
        return json(answer, Map.of());
    }

    public static BankReply json(Object answer, Map<String, String> headers) {
        return new BankReply(MediaType.APPLICATION_JSON, JsonMapper.shared().writeValueAsBytes(answer), headers);
    }
}
