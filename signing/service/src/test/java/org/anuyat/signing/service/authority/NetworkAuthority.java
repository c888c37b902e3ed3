package org.anuyat.signing.service.authority;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.atomic.AtomicInteger;
import org.anuyat.signing.service.TestAuthority;
import org.anuyat.signing.service.keys.configured.KeyStoreFile;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.ocsp.OCSPObjectIdentifiers;
import org.bouncycastle.asn1.x509.AccessDescription;
import org.bouncycastle.asn1.x509.AuthorityInformationAccess;
import org.bouncycastle.asn1.x509.CRLDistPoint;
import org.bouncycastle.asn1.x509.DistributionPoint;
import org.bouncycastle.asn1.x509.DistributionPointName;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;

/**
 * A root, and an authority below it that issues seal certificates, stamps, and says over HTTP what was revoked: by lists, and by
 * a responder to which it delegates. What it offers can be taken down.
 */
public final class NetworkAuthority implements AutoCloseable {

    /** What it offers. */
    public enum Offer {
        OCSP,
        LISTS,
        STAMPS
    }

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final TestAuthority root;
    private final TestAuthority issuing;
    private final Stamper stamper;
    private final Map<BigInteger, Instant> revoked = new ConcurrentHashMap<>();
    private final Set<Offer> down = ConcurrentHashMap.newKeySet();
    private final Set<Offer> downOnceStamped = ConcurrentHashMap.newKeySet();
    private final Set<Offer> heldOnceStamped = ConcurrentHashMap.newKeySet();
    private final Set<Offer> held = ConcurrentHashMap.newKeySet();
    private final CountDownLatch waiting = new CountDownLatch(1);
    private final CountDownLatch released = new CountDownLatch(1);
    private final Map<Offer, AtomicInteger> asked = new ConcurrentHashMap<>();
    private volatile Responder responder;
    private volatile Duration listsMade = Duration.ZERO;

    public NetworkAuthority() throws Exception {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        root = new TestAuthority("CN=Network Root,C=TH");
        issuing = root.certify("CN=Network Issuing,C=TH", List.of(lists("root")));
        Identity stamps = identity("Stamps", List.of(usage(KeyPurposeId.id_kp_timeStamping, true), lists("issuing"), ocsp()));
        stamper = new Stamper(stamps, List.of(stamps.certificate(), issuing.root()));
        responder = new Responder(responder(true));
        serve("/root.crl", Offer.LISTS, request -> root.list(Instant.now().minus(listsMade), Map.of()));
        serve("/issuing.crl", Offer.LISTS, request -> issuing.list(Instant.now().minus(listsMade), revoked));
        serve("/ocsp", Offer.OCSP, request -> responder.answer(request, revoked));
        serve("/tsa", Offer.STAMPS, request -> {
            down.addAll(downOnceStamped);
            held.addAll(heldOnceStamped);
            return stamper.answer(request);
        });
        server.setExecutor(threads);
        server.start();
    }

    /** Root, issuing authority, and the agency's key store; what the service is told to seal with them in production. */
    public List<String> settings(Path folder, Identity seal) throws Exception {
        Path store = Files.write(
                folder.resolve("seal.p12"),
                KeyStoreFile.write(
                        seal.keys().getPrivate(), List.of(seal.certificate(), issuing.root()), "a password"));
        return List.of(
                "--anuyat.mode=production",
                "--anuyat.signing.trust-anchors=" + root.anchors(folder),
                "--anuyat.signing.keys.bma[0].file=" + store,
                "--anuyat.signing.keys.bma[0].password=a password",
                "--anuyat.signing.time-stamps.authorities[0].url=" + url("/tsa"));
    }

    public X509Certificate root() {
        return root.root();
    }

    /** A new key for an agency's seal. */
    public Identity seal() throws Exception {
        return identity("สำนักงานเขต", List.of(lists("issuing"), ocsp()));
    }

    /** A new key for answers about certificates, which says of itself that nobody needs to be asked about it, or where to ask. */
    public Identity responder(boolean neverAskedAbout) throws Exception {
        List<Extension> more = new ArrayList<>(List.of(usage(KeyPurposeId.id_kp_OCSPSigning, false)));
        more.add(
                neverAskedAbout
                        ? new Extension(
                                OCSPObjectIdentifiers.id_pkix_ocsp_nocheck,
                                false,
                                new DEROctetString(DERNull.INSTANCE.getEncoded()))
                        : lists("issuing"));
        return identity("Responder", more);
    }

    public void answerWith(Responder other) {
        responder = other;
    }

    /** Its lists are from some time ago. */
    public void listsMade(Duration ago) {
        listsMade = ago;
    }

    /** Revokes a certificate as of an instant. */
    public void revoke(X509Certificate certificate, Instant since) {
        revoked.put(certificate.getSerialNumber(), since);
    }

    public void takeDown(Offer... offers) {
        down.addAll(List.of(offers));
    }

    /** Takes offers down as soon as it stamps again. */
    public void takeDownOnceStamped(Offer... offers) {
        downOnceStamped.addAll(List.of(offers));
    }

    public void bringBack(Offer... offers) {
        downOnceStamped.removeAll(List.of(offers));
        down.removeAll(List.of(offers));
    }

    /** Lets whoever asks for these offers wait as soon as it stamps again. */
    public void holdOnceStamped(Offer... offers) {
        heldOnceStamped.addAll(List.of(offers));
    }

    /** Waits until somebody is kept waiting. */
    public boolean awaitHeld(Duration longest) throws InterruptedException {
        return waiting.await(longest.toSeconds(), TimeUnit.SECONDS);
    }

    /** Answers those who wait, and lets nobody wait any more. */
    public void release() {
        heldOnceStamped.clear();
        held.clear();
        released.countDown();
    }

    /** How often it was asked for an offer, answered or not. */
    public int asked(Offer offer) {
        return asked.computeIfAbsent(offer, key -> new AtomicInteger()).get();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private Identity identity(String name, List<Extension> more) throws Exception {
        KeyPair keys = TestAuthority.keys("EC", 256);
        Instant now = Instant.now();
        return new Identity(
                keys,
                issuing.issue(name, keys.getPublic(), now.minus(1, ChronoUnit.HOURS), now.plus(700, ChronoUnit.DAYS), more));
    }

    private Extension lists(String issuer) throws IOException {
        DistributionPoint point = new DistributionPoint(
                new DistributionPointName(new GeneralNames(address("/" + issuer + ".crl"))), null, null);
        return new Extension(
                Extension.cRLDistributionPoints,
                false,
                new DEROctetString(new CRLDistPoint(new DistributionPoint[] {point})));
    }

    private Extension ocsp() throws IOException {
        return new Extension(
                Extension.authorityInfoAccess,
                false,
                new DEROctetString(new AuthorityInformationAccess(AccessDescription.id_ad_ocsp, address("/ocsp"))));
    }

    private static Extension usage(KeyPurposeId purpose, boolean critical) throws IOException {
        return new Extension(Extension.extendedKeyUsage, critical, new DEROctetString(new ExtendedKeyUsage(purpose)));
    }

    private GeneralName address(String path) {
        return new GeneralName(GeneralName.uniformResourceIdentifier, url(path));
    }

    private String url(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    private interface Answering {
        byte[] to(byte[] request) throws Exception;
    }

    private void serve(String path, Offer offer, Answering answering) {
        server.createContext(path, exchange -> {
            try (HttpExchange closing = exchange) {
                asked.computeIfAbsent(offer, key -> new AtomicInteger()).incrementAndGet();
                byte[] request = closing.getRequestBody().readAllBytes();
                if (down.contains(offer)) {
                    closing.sendResponseHeaders(503, -1);
                    return;
                }
                if (held.contains(offer)) {
                    waiting.countDown();
                    released.await();
                }
                byte[] answer = answering.to(request);
                closing.getResponseHeaders().set("Content-Type", type(offer));
                closing.sendResponseHeaders(200, answer.length);
                closing.getResponseBody().write(answer);
            } catch (Exception e) {
                throw new IOException(e);
            }
        });
    }

    private static String type(Offer offer) {
        return switch (offer) {
            case OCSP -> "application/ocsp-response";
            case LISTS -> "application/pkix-crl";
            case STAMPS -> "application/timestamp-reply";
        };
    }
}
