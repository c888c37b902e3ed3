package org.anuyat.signing.validation.token;

import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.anuyat.signing.api.token.PermitFacts;
import org.anuyat.signing.api.token.TokenText;
import org.bouncycastle.util.encoders.Base32;
import org.bouncycastle.util.encoders.DecoderException;
import org.jspecify.annotations.Nullable;

/** Makes and reads tokens. */
public final class Tokens {

    /** Characters of the longest text that is looked at. */
    public static final int LONGEST = 2_000;

    private Tokens() {}

    /**
     * Makes a token.
     *
     * @param certificate of the key
     * @param key signs with ECDSA on P-256 and SHA-256, as DER
     */
    public static TokenText issue(PermitFacts facts, X509Certificate certificate, UnaryOperator<byte[]> key) {
        Sign1 unsigned = Sign1.unsigned(certificate, Facts.encode(facts));
        byte[] token = unsigned.signed(key.apply(unsigned.toBeSigned())).encoded();
        return new TokenText(Base32.toBase32String(token).replace("=", ""));
    }

    /**
     * Reads a token.
     *
     * @param text as in the code: the token itself, or the address that ends in it
     * @throws MalformedToken when it isn't one
     */
    public static Read read(String text) throws MalformedToken {
        String token = text.strip();
        token = token.substring(token.lastIndexOf('/') + 1).toUpperCase(Locale.ROOT);
        if (token.isEmpty() || token.length() > LONGEST || !token.matches("[A-Z2-7]+")) {
            throw new MalformedToken("No base32 text");
        }
        try {
            byte[] bytes = Base32.decode(token + "=".repeat((8 - token.length() % 8) % 8));
            Sign1 signed = Sign1.decode(bytes);
            return new Read(signed, Facts.decode(signed.payload()));
        } catch (DecoderException e) {
            throw new MalformedToken("No base32 text", e);
        }
    }

    /** A token that was read, and not believed yet. */
    public static final class Read {

        private final Sign1 signed;
        private final PermitFacts facts;

        private Read(Sign1 signed, PermitFacts facts) {
            this.signed = signed;
            this.facts = facts;
        }

        /** What it says. */
        public PermitFacts facts() {
            return facts;
        }

        /** Which of the certificates it names as its signer's; null when it is none of them. */
        public @Nullable X509Certificate signerAmong(Collection<X509Certificate> known) {
            return known.stream()
                    .filter(certificate -> Arrays.equals(Sign1.keyId(certificate), signed.keyId()))
                    .findFirst()
                    .orElse(null);
        }

        /** Whether a certificate's key signed it. */
        public boolean isBy(X509Certificate certificate) {
            return signed.isBy(certificate);
        }
    }
}
