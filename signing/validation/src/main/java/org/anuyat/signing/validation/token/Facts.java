package org.anuyat.signing.validation.token;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import org.anuyat.signing.api.token.PermitFacts;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonToken;
import tools.jackson.dataformat.cbor.CBORParser;

/** A permit's facts as CBOR: a map from small numbers, days counted from 1970-01-01 as in RFC 8943. */
final class Facts {

    private static final int VERSION = 0;
    private static final int AGENCY = 1;
    private static final int NUMBER = 2;
    private static final int KIND = 3;
    private static final int HOLDER = 4;
    private static final int ISSUED = 5;
    private static final int EXPIRES = 6;
    private static final int ID = 7;

    private static final int THIS_VERSION = 1;

    private Facts() {}

    static byte[] encode(PermitFacts facts) {
        byte[] id = Base64.getUrlDecoder().decode(facts.id());
        return Sign1.write(generator -> {
            generator.writeStartObject(null, facts.expiresOn() == null ? 7 : 8);
            generator.writePropertyId(VERSION);
            generator.writeNumber(THIS_VERSION);
            generator.writePropertyId(AGENCY);
            generator.writeString(facts.agency());
            generator.writePropertyId(NUMBER);
            generator.writeString(facts.number());
            generator.writePropertyId(KIND);
            generator.writeString(facts.kind());
            generator.writePropertyId(HOLDER);
            generator.writeString(facts.holder());
            generator.writePropertyId(ISSUED);
            generator.writeNumber(facts.issuedOn().toEpochDay());
            if (facts.expiresOn() != null) {
                generator.writePropertyId(EXPIRES);
                generator.writeNumber(facts.expiresOn().toEpochDay());
            }
            generator.writePropertyId(ID);
            generator.writeBinary(id);
            generator.writeEndObject();
        });
    }

    static PermitFacts decode(byte[] bytes) throws MalformedToken {
        try (CBORParser parser = Sign1.reader(bytes)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new MalformedToken("No map");
            }
            Map<Integer, Object> members = new HashMap<>();
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                int key = Integer.parseInt(parser.currentName());
                Object value = value(parser);
                if (members.put(key, value) != null) {
                    throw new MalformedToken("Member " + key + " twice");
                }
            }
            if (parser.currentToken() != JsonToken.END_OBJECT || parser.nextToken() != null) {
                throw new MalformedToken("More than a map");
            }
            return facts(members);
        } catch (JacksonException | NumberFormatException | DateTimeException e) {
            throw new MalformedToken("No facts", e);
        }
    }

    private static Object value(CBORParser parser) throws MalformedToken {
        return switch (parser.nextToken()) {
            case VALUE_STRING -> parser.getString();
            case VALUE_NUMBER_INT -> parser.getLongValue();
            case VALUE_EMBEDDED_OBJECT -> parser.getBinaryValue();
            default -> throw new MalformedToken("A member of another type");
        };
    }

    private static PermitFacts facts(Map<Integer, Object> members) throws MalformedToken {
        if (get(members, VERSION, Long.class) != THIS_VERSION) {
            throw new MalformedToken("Another version");
        }
        Object expires = members.get(EXPIRES);
        return new PermitFacts(
                get(members, AGENCY, String.class),
                get(members, NUMBER, String.class),
                get(members, KIND, String.class),
                get(members, HOLDER, String.class),
                LocalDate.ofEpochDay(get(members, ISSUED, Long.class)),
                expires == null ? null : LocalDate.ofEpochDay(get(members, EXPIRES, Long.class)),
                Base64.getUrlEncoder().withoutPadding().encodeToString(get(members, ID, byte[].class)));
    }

    private static <T> T get(Map<Integer, Object> members, int key, Class<T> type) throws MalformedToken {
        @Nullable Object value = members.get(key);
        if (!type.isInstance(value)) {
            throw new MalformedToken("Member " + key + " is missing or of another type");
        }
        return type.cast(value);
    }
}
