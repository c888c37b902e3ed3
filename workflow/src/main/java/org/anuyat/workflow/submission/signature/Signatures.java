package org.anuyat.workflow.submission.signature;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.anuyat.workflow.identity.Person;
import org.anuyat.workflow.submission.Application;
import org.anuyat.workflow.submission.Attachment;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Evidence of electronic signatures of type 1 (Electronic Transactions Act B.E. 2544 section 9): who, when, from where, what
 * exactly, and by which one-time code. The text that was signed is kept word for word beside its SHA-256, so that anybody can
 * compute it again.
 */
@Component
public class Signatures {

    private final JdbcClient jdbc;
    private final JsonMapper canonical;

    Signatures(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.canonical =
                json.rebuild().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS).build();
    }

    /**
     * Evidence of one signature.
     *
     * @param revision 0 for the confirmation, then one per resubmission
     * @param assurance identity assurance level of the signer at that moment
     * @param content JSON with sorted keys: application, service, answers, digests of the attachments, declaration
     * @param sha256 of {@code content} in UTF-8, lower-case hexadecimal
     */
    public record Evidence(
            int revision,
            String signerId,
            String signerName,
            String assurance,
            Instant signedAt,
            String address,
            String userAgent,
            @Nullable UUID codeId,
            String content,
            String sha256) {}

    /**
     * Keeps the evidence of a signature under what an application says at this moment.
     *
     * @param codeId the one-time code that was used, if the service asks for one
     * @return the SHA-256 of what was signed
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public String keep(
            Application application,
            int revision,
            Person signer,
            Instant at,
            Declaration declaration,
            @Nullable UUID codeId) {
        String content = content(application, revision, declaration);
        String sha256 = sha256(content);
        jdbc.sql(
                        """
                        insert into signature_evidence (application_id, revision, agency, signer_id, signer_name, assurance,
                            signed_at, address, user_agent, code_id, content, sha256)
                        values (:application, :revision, :agency, :signer, :name, :assurance,
                            :at, :address, :userAgent, :code, :content, :sha256)
                        """)
                .param("application", application.id())
                .param("revision", revision)
                .param("agency", application.agency())
                .param("signer", signer.subject())
                .param("name", signer.displayName())
                .param("assurance", signer.assurance().code())
                .param("at", Timestamp.from(at))
                .param("address", declaration.address())
                .param("userAgent", declaration.userAgent())
                .param("code", codeId, Types.OTHER)
                .param("content", content)
                .param("sha256", sha256)
                .update();
        return sha256;
    }

    /**
     * Gives an application that goes on at another agency the evidence of the old one's confirmation, word for word: what was
     * signed bears the old number.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void copy(Application from, Application to) {
        jdbc.sql(
                        """
                        insert into signature_evidence (application_id, revision, agency, signer_id, signer_name, assurance,
                            signed_at, address, user_agent, code_id, content, sha256)
                        select :to, revision, :agency, signer_id, signer_name, assurance, signed_at, address, user_agent, code_id,
                            content, sha256
                          from signature_evidence where application_id = :from
                        """)
                .param("to", to.id())
                .param("agency", to.agency())
                .param("from", from.id())
                .update();
    }

    /** All evidence of an application, the confirmation first. */
    @Transactional(readOnly = true)
    public List<Evidence> of(String applicationNumber) {
        return jdbc.sql(
                        """
                        select s.* from signature_evidence s join application a on a.id = s.application_id
                        where a.number = ? order by s.revision
                        """)
                .param(applicationNumber)
                .query((row, index) -> new Evidence(
                        row.getInt("revision"),
                        row.getString("signer_id"),
                        row.getString("signer_name"),
                        row.getString("assurance"),
                        row.getTimestamp("signed_at").toInstant(),
                        row.getString("address"),
                        row.getString("user_agent"),
                        row.getObject("code_id", UUID.class),
                        row.getString("content"),
                        row.getString("sha256")))
                .list();
    }

    /** Whether the kept text still has the kept digest. */
    public static boolean isIntact(Evidence evidence) {
        return sha256(evidence.content()).equals(evidence.sha256());
    }

    private String content(Application application, int revision, Declaration declaration) {
        List<Map<String, Object>> attachments = new ArrayList<>();
        for (Attachment attachment : application.attachments()) {
            attachments.add(new TreeMap<>(Map.of(
                    "document", attachment.documentKey(),
                    "name", attachment.name(),
                    "size", attachment.size(),
                    "sha256", attachment.sha256())));
        }
        Map<String, Object> content = new TreeMap<>();
        content.put("application", application.number());
        content.put("revision", revision);
        content.put("service", application.serviceId());
        content.put("serviceVersion", application.serviceVersion());
        content.put("answers", sorted(application.answers()));
        content.put("attachments", attachments);
        content.put("declaration", declaration.text());
        return canonical.writeValueAsString(content);
    }

    /** Maps in place of JSON objects, because only maps are written with sorted keys. */
    private Object sorted(JsonNode node) {
        return Optional.ofNullable(canonical.treeToValue(node, Object.class)).orElseGet(Map::of);
    }

    private static String sha256(String content) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
