package org.anuyat.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Throws a kept form away as soon as it has arrived: what people type stays no longer than it is needed. */
@Component
class SentForms implements WebMvcConfigurer, HandlerInterceptor {

    private static final int FIRST_REFUSAL = 400;

    @Override
    public void addInterceptors(InterceptorRegistry interceptors) {
        interceptors.addInterceptor(this);
    }

    @Override
    public void afterCompletion(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable Exception failure) {
        if (request.getMethod().equals("POST") && failure == null && response.getStatus() < FIRST_REFUSAL) {
            Stream.of(Realm.values()).forEach(realm -> realm.unsentForms().sent(request));
        }
    }
}
