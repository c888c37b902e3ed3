package org.anuyat.signing.service.csc;

import java.io.ByteArrayInputStream;
import java.net.http.HttpClient;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.anuyat.access.ClientCredentials;
import org.anuyat.signing.service.OnlyHere;
import org.anuyat.signing.service.keys.configured.KeySettings;
import org.anuyat.signing.service.keys.configured.KeySettings.CscSettings;
import org.anuyat.signing.service.keys.configured.RemoteKeys;
import org.anuyat.signing.service.keys.SigningKey;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/** Opens keys that a trust-service provider holds. */
@Component
@OnlyHere
class CscRemoteKeys implements RemoteKeys {

    private final Clock clock;

    CscRemoteKeys(Clock clock) {
        this.clock = clock;
    }

    @Override
    public SigningKey key(KeySettings settings) {
        CscSettings service = settings.csc();
        if (service == null) {
            throw new IllegalStateException("it is no key of a remote service");
        }
        RestClient client = client(service);
        try {
            String credential = service.credential() == null ? onlyCredential(client) : service.credential();
            Csc.Credential answer = client.post()
                    .uri(Csc.PATH + "/credentials/info")
                    .body(new Csc.InfoRequest(credential, "chain"))
                    .retrieve()
                    .body(Csc.Credential.class);
            if (answer == null || answer.cert() == null || answer.cert().certificates() == null) {
                throw new IllegalStateException("the service tells no certificate of " + credential);
            }
            List<X509Certificate> chain = chain(answer.cert().certificates());
            return new SigningKey(
                    new CscSignatory(client, credential, settings.secret(), chain.get(0)), chain);
        } catch (RestClientException e) {
            throw new IllegalStateException("the service doesn't answer as it should: " + e.getMessage(), e);
        }
    }

    private RestClient client(CscSettings service) {
        HttpClient http = HttpClient.newBuilder()
                .connectTimeout(service.timeLimit())
                .build();
        JdkClientHttpRequestFactory requests = new JdkClientHttpRequestFactory(http);
        requests.setReadTimeout(service.timeLimit());
        RestClient plain = RestClient.builder().requestFactory(requests).build();
        return plain.mutate()
                .baseUrl(service.url().toString())
                .requestInterceptor(new ClientCredentials(
                        plain, service.tokenUri(), service.clientId(), service.clientSecret(), service.scope(), clock))
                .build();
    }

    private static String onlyCredential(RestClient client) {
        Csc.Credentials answer = client.post()
                .uri(Csc.PATH + "/credentials/list")
                .body(new Csc.ListRequest(null, null, null))
                .retrieve()
                .body(Csc.Credentials.class);
        List<String> ids = answer == null ? List.of() : answer.credentialIds();
        if (ids.size() != 1) {
            throw new IllegalStateException("the service has " + ids.size() + " credentials: name one");
        }
        return ids.get(0);
    }

    private static List<X509Certificate> chain(List<String> encoded) {
        List<X509Certificate> chain = new ArrayList<>();
        try {
            CertificateFactory factory = CertificateFactory.getInstance("X.509");
            for (String one : encoded) {
                chain.add((X509Certificate) factory.generateCertificate(
                        new ByteArrayInputStream(Base64.getDecoder().decode(one))));
            }
            // a service that mixes chains up would make signatures that nobody can verify
            for (int i = 0; i + 1 < chain.size(); i++) {
                chain.get(i).verify(chain.get(i + 1).getPublicKey());
            }
        } catch (CertificateException | IllegalArgumentException e) {
            throw new IllegalStateException("the service's certificates can't be read", e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the service's certificates don't follow one another", e);
        }
        if (chain.isEmpty()) {
            throw new IllegalStateException("the service tells no certificate");
        }
        return chain;
    }
}
