package org.anuyat.signing.validation.token;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import org.bouncycastle.crypto.signers.PlainDSAEncoding;
import org.bouncycastle.crypto.signers.StandardDSAEncoding;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonToken;
import tools.jackson.dataformat.cbor.CBORGenerator;
import tools.jackson.dataformat.cbor.CBORMapper;
import tools.jackson.dataformat.cbor.CBORParser;

/**
 * A COSE_Sign1 object (RFC 9052, section 4.2) with ES256 (RFC 9053, section 2.1), tagged 18. The protected header bears the
 * algorithm and the key's identifier: the first eight bytes of the SHA-256 of its certificate.
 *
 * @param keyId eight bytes
 * @param signature r and s, 32 bytes each
 */
record Sign1(byte[] protectedHeader, byte[] keyId, byte[] payload, byte[] signature) {

    private static final CBORMapper CBOR = new CBORMapper();
    private static final int TAG = 18;
    private static final int ALGORITHM = 1;
    private static final int KEY_ID = 4;
    private static final int ES256 = -7;
    private static final int ID_LENGTH = 8;
    private static final int SIGNATURE_LENGTH = 64;

    /** Order of the curve P-256 (NIST SP 800-186, 3.2.1.3). */
    private static final BigInteger ORDER =
            new BigInteger("ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551", 16);

    /** Makes the object that is to be signed, without its signature. */
    static Sign1 unsigned(X509Certificate certificate, byte[] payload) {
        byte[] id = keyId(certificate);
        byte[] header = write(generator -> {
            generator.writeStartObject(null, 2);
            generator.writePropertyId(ALGORITHM);
            generator.writeNumber(ES256);
            generator.writePropertyId(KEY_ID);
            generator.writeBinary(id);
            generator.writeEndObject();
        });
        return new Sign1(header, id, payload, new byte[SIGNATURE_LENGTH]);
    }

    /** The identifier of a certificate's key. */
    static byte[] keyId(X509Certificate certificate) {
        try {
            byte[] sha256 = MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded());
            return Arrays.copyOf(sha256, ID_LENGTH);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What is signed: the Sig_structure (RFC 9052, section 4.4). */
    byte[] toBeSigned() {
        return write(generator -> {
            generator.writeStartArray(null, 4);
            generator.writeString("Signature1");
            generator.writeBinary(protectedHeader);
            generator.writeBinary(new byte[0]);
            generator.writeBinary(payload);
            generator.writeEndArray();
        });
    }

    /** The same with its signature. */
    Sign1 signed(byte[] der) {
        try {
            BigInteger[] value = StandardDSAEncoding.INSTANCE.decode(ORDER, der);
            return new Sign1(
                    protectedHeader, keyId, payload, PlainDSAEncoding.INSTANCE.encode(ORDER, value[0], value[1]));
        } catch (IOException e) {
            throw new IllegalArgumentException("No ECDSA signature", e);
        }
    }

    /** Whether the signature is the certificate's key's. */
    boolean isBy(X509Certificate certificate) {
        try {
            Signature verifier = Signature.getInstance("SHA256withECDSAinP1363Format");
            verifier.initVerify(certificate.getPublicKey());
            verifier.update(toBeSigned());
            return verifier.verify(signature);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    byte[] encoded() {
        return write(generator -> {
            generator.writeTag(TAG);
            generator.writeStartArray(null, 4);
            generator.writeBinary(protectedHeader);
            generator.writeStartObject(null, 0);
            generator.writeEndObject();
            generator.writeBinary(payload);
            generator.writeBinary(signature);
            generator.writeEndArray();
        });
    }

    /**
     * Reads an object in exactly the form that {@link #encoded} writes: what else COSE allows is refused.
     *
     * @throws MalformedToken when it isn't one
     */
    static Sign1 decode(byte[] bytes) throws MalformedToken {
        try (CBORParser parser = (CBORParser) CBOR.createParser(bytes)) {
            require(parser.nextToken() == JsonToken.START_ARRAY && parser.getCurrentTag() == TAG);
            byte[] header = binary(parser);
            require(parser.nextToken() == JsonToken.START_OBJECT && parser.nextToken() == JsonToken.END_OBJECT);
            byte[] payload = binary(parser);
            byte[] signature = binary(parser);
            require(parser.nextToken() == JsonToken.END_ARRAY && parser.nextToken() == null);
            Sign1 read = new Sign1(header, keyIdIn(header), payload, signature);
            require(signature.length == SIGNATURE_LENGTH && Arrays.equals(read.encoded(), bytes));
            return read;
        } catch (JacksonException e) {
            throw new MalformedToken("No COSE_Sign1", e);
        }
    }

    private static byte[] keyIdIn(byte[] header) throws MalformedToken {
        try (CBORParser parser = (CBORParser) CBOR.createParser(header)) {
            require(parser.nextToken() == JsonToken.START_OBJECT);
            require("1".equals(parser.nextName()) && parser.nextIntValue(0) == ES256);
            require("4".equals(parser.nextName()));
            byte[] id = binary(parser);
            require(id.length == ID_LENGTH && parser.nextToken() == JsonToken.END_OBJECT);
            return id;
        }
    }

    private static byte[] binary(CBORParser parser) throws MalformedToken {
        require(parser.nextToken() == JsonToken.VALUE_EMBEDDED_OBJECT);
        return parser.getBinaryValue();
    }

    private static void require(boolean condition) throws MalformedToken {
        if (!condition) {
            throw new MalformedToken("No COSE_Sign1 as tokens are");
        }
    }

    /** Writes CBOR. */
    interface Writing {
        void to(CBORGenerator generator);
    }

    static byte[] write(Writing writing) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (CBORGenerator generator = (CBORGenerator) CBOR.createGenerator(bytes)) {
            writing.to(generator);
        }
        return bytes.toByteArray();
    }

    static CBORParser reader(byte[] bytes) {
        return (CBORParser) CBOR.createParser(bytes);
    }
}
