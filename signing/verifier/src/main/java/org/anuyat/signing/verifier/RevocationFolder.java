package org.anuyat.signing.verifier;

import eu.europa.esig.dss.model.DSSException;
import eu.europa.esig.dss.spi.x509.revocation.crl.ExternalResourcesCRLSource;
import eu.europa.esig.dss.spi.x509.revocation.ocsp.ExternalResourcesOCSPSource;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CRLException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509CRL;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.anuyat.signing.verifier.usage.Misuse;

/**
 * Revocation lists (*.crl) and OCSP answers (*.ocsp) of a folder. Read before anything is examined: a wrong folder or a broken
 * list must never look like a fault of the documents.
 */
final class RevocationFolder {

    private final List<byte[]> lists = new ArrayList<>();
    private final List<byte[]> answers = new ArrayList<>();
    private final List<X509CRL> parsed = new ArrayList<>();

    /** Reads it. */
    RevocationFolder(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            files.sorted().forEach(this::add);
        } catch (IOException e) {
            throw new Misuse("verifier.use.folder", folder);
        }
    }

    private void add(Path file) {
        boolean list = file.toString().endsWith(".crl");
        if (!list && !file.toString().endsWith(".ocsp")) {
            return;
        }
        try {
            byte[] bytes = Files.readAllBytes(file);
            if (list) {
                parsed.add((X509CRL)
                        CertificateFactory.getInstance("X.509").generateCRL(new ByteArrayInputStream(bytes)));
                new ExternalResourcesCRLSource(new ByteArrayInputStream(bytes));
                lists.add(bytes);
            } else {
                new ExternalResourcesOCSPSource(new ByteArrayInputStream(bytes));
                answers.add(bytes);
            }
        } catch (IOException | CRLException | CertificateException | DSSException e) {
            throw new Misuse("verifier.use.revocation", file);
        }
    }

    /** The lists. */
    List<X509CRL> lists() {
        return parsed;
    }

    /** The lists, for one document. */
    ExternalResourcesCRLSource listSource() {
        return new ExternalResourcesCRLSource(streams(lists));
    }

    /** The answers, for one document. */
    ExternalResourcesOCSPSource answerSource() {
        return new ExternalResourcesOCSPSource(streams(answers));
    }

    private static InputStream[] streams(List<byte[]> all) {
        return all.stream().map(ByteArrayInputStream::new).toArray(InputStream[]::new);
    }
}
