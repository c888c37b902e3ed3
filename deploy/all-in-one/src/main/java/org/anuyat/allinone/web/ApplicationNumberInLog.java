package org.anuyat.allinone.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Puts the number of the application that a page is about into the request's log lines. */
@Configuration(proxyBeanMethods = false)
class ApplicationNumberInLog implements WebMvcConfigurer, HandlerInterceptor {

    private static final String FIELD = "application";

    /** How controllers name the number in their paths. */
    private static final List<String> VARIABLES = List.of("number", "application", "applicationNumber");

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE) instanceof Map<?, ?> variables) {
            VARIABLES.stream()
                    .map(variables::get)
                    .filter(Objects::nonNull)
                    .findFirst()
                    .map(Object::toString)
                    .filter(number -> number.length() <= 40)
                    .ifPresent(number -> MDC.put(FIELD, number));
        }
        return true;
    }

    @Override
    public void afterCompletion(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable Exception failure) {
        MDC.remove(FIELD);
    }
}
