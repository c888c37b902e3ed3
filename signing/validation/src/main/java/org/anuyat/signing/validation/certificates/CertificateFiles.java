package org.anuyat.signing.validation.certificates;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads certificates from files: PEM or DER, named *.pem, *.crt, *.cer or *.der. */
public final class CertificateFiles {

    private CertificateFiles() {}

    /** A file or folder that isn't what it should be. */
    public static final class Unreadable extends IllegalStateException {

        private final transient Path place;

        Unreadable(Path place, String message, @Nullable Exception cause) {
            super(message, cause);
            this.place = place;
        }

        /** Which. */
        public Path place() {
            return place;
        }
    }

    /**
     * Reads all certificates of a folder, in the order of the files' names.
     *
     * @throws Unreadable when the folder or a file in it can't be read
     */
    public static List<X509Certificate> in(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> file.toString().matches("(?i).*\\.(pem|crt|cer|der)"))
                    .sorted()
                    .flatMap(file -> of(file).stream())
                    .toList();
        } catch (IOException e) {
            throw new Unreadable(folder, "The folder %s of certificates can't be read".formatted(folder), e);
        }
    }

    /**
     * Reads the certificates of one file.
     *
     * @throws Unreadable when it can't be read or holds none
     */
    public static List<X509Certificate> of(Path file) {
        try {
            List<X509Certificate> found = new ArrayList<>();
            for (Certificate certificate : CertificateFactory.getInstance("X.509")
                    .generateCertificates(new ByteArrayInputStream(Files.readAllBytes(file)))) {
                found.add((X509Certificate) certificate);
            }
            if (found.isEmpty()) {
                throw new Unreadable(file, "The file " + file + " holds no certificate", null);
            }
            return found;
        } catch (IOException e) {
            throw new Unreadable(file, "The file " + file + " can't be read", e);
        } catch (CertificateException e) {
            throw new Unreadable(file, "The file " + file + " isn't a certificate (PEM or DER)", e);
        }
    }
}
