package org.anuyat.payments.service.banks.calls;

import org.springframework.http.HttpHeaders;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * A bank's message as it came.
 *
 * @param headers empty when the message is read again from the database, where only the body is kept
 */
public record BankMessage(byte[] body, HttpHeaders headers) {

    private static final JsonMapper JSON = JsonMapper.shared();

    public BankMessage(byte[] body) {
        this(body, new HttpHeaders());
    }

    /**
     * The body as an object of JSON.
     *
     * @throws UnreadableReport when it isn't one, or isn't in this shape
     */
    public <T> T json(Class<T> shape) {
        try {
            T read = JSON.readValue(body, shape);
            if (read == null) {
                throw new UnreadableReport("the message is empty");
            }
            return read;
        } catch (JacksonException e) {
            throw new UnreadableReport("the message is not a JSON object in the bank's shape", e);
        }
    }
}
