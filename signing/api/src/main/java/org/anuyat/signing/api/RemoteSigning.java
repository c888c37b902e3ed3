package org.anuyat.signing.api;

import org.anuyat.signing.api.levels.SealLevels;
import org.anuyat.signing.api.officer.OfficerSigning;
import org.anuyat.signing.api.token.PermitTokens;
import org.anuyat.signing.api.validation.DocumentValidation;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.ProblemDetail;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientResponseException;
import org.springframework.web.client.support.RestClientAdapter;
import org.springframework.web.service.invoker.HttpExchangeAdapterDecorator;
import org.springframework.web.service.invoker.HttpRequestValues;
import org.springframework.web.service.invoker.HttpServiceProxyFactory;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.json.JsonMapper;

/**
 * The signing service in another process. Its proxies refuse with the same {@link SigningRefusal} as the service in this one;
 * what goes wrong on the way stays a {@link org.springframework.web.client.RestClientException}, and may be tried again.
 */
public final class RemoteSigning {

    private final HttpServiceProxyFactory proxies;

    /** Takes a client that knows the service's base URL, how to authenticate, and how long to wait. */
    public RemoteSigning(RestClient.Builder client) {
        RestClient configured = client.clone()
                .configureMessageConverters(converters ->
                        converters.withJsonConverter(new JacksonJsonHttpMessageConverter(roomForDocuments())))
                .build();
        proxies = HttpServiceProxyFactory.builderFor(new Refusals(RestClientAdapter.create(configured)))
                .build();
    }

    /** Seals there. */
    public DocumentSealing sealing() {
        return proxies.createClient(DocumentSealing.class);
    }

    /** Has officers sign there. */
    public OfficerSigning officers() {
        return proxies.createClient(OfficerSigning.class);
    }

    /** Validates there. */
    public DocumentValidation validation() {
        return proxies.createClient(DocumentValidation.class);
    }

    /** Asks there whom it trusts. */
    public TrustInformation trust() {
        return proxies.createClient(TrustInformation.class);
    }

    /** Makes and checks tokens there. */
    public PermitTokens tokens() {
        return proxies.createClient(PermitTokens.class);
    }

    /** Follows there how far documents have come. */
    public SealLevels levels() {
        return proxies.createClient(SealLevels.class);
    }

    /** A document is one base64 text, and Jackson's own bound for a text is 20 million characters. */
    private static JsonMapper roomForDocuments() {
        return JsonMapper.builder(JsonFactory.builder()
                        .streamReadConstraints(StreamReadConstraints.builder()
                                .maxStringLength(Integer.MAX_VALUE)
                                .build())
                        .build())
                .build();
    }

    private static final class Refusals extends HttpExchangeAdapterDecorator {

        Refusals(RestClientAdapter adapter) {
            super(adapter);
        }

        @Override
        public <T> @Nullable T exchangeForBody(HttpRequestValues request, ParameterizedTypeReference<T> type) {
            try {
                return super.exchangeForBody(request, type);
            } catch (RestClientResponseException e) {
                throw refusal(e);
            }
        }

        private static RuntimeException refusal(RestClientResponseException e) {
            ProblemDetail problem;
            try {
                problem = e.getResponseBodyAs(ProblemDetail.class);
            } catch (RuntimeException notAProblem) {
                return e;
            }
            for (SigningProblem known : SigningProblem.values()) {
                if (problem != null && known.type().equals(problem.getType())) {
                    return new SigningRefusal(known, String.valueOf(problem.getDetail()), e);
                }
            }
            return e;
        }
    }
}
