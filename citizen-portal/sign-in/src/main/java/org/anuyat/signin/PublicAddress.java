package org.anuyat.signin;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/**
 * Where browsers find the platform. In production mode {@code anuyat.base-url} and nothing else; otherwise whatever address the
 * browser used, so that a telephone in the same network can try it.
 */
@Component
public class PublicAddress {

    private final boolean production;
    private final String baseUrl;

    PublicAddress(
            @Value("${anuyat.mode:production}") String mode,
            @Value("${anuyat.base-url:http://localhost:8080}") String baseUrl) {
        this.production = mode.equals("production");
        this.baseUrl = baseUrl.replaceAll("/+$", "");
    }

    /** Scheme, host and port for the request that is being answered, without a slash at the end. */
    public String origin() {
        if (production || RequestContextHolder.getRequestAttributes() == null) {
            return baseUrl;
        }
        return ServletUriComponentsBuilder.fromCurrentContextPath().build().toUriString();
    }

    /** The name of the embedded identity provider in its tokens. */
    public String issuer() {
        return baseUrl;
    }
}
