package org.anuyat.backoffice.security;

import org.anuyat.signin.PortalUser;
import org.anuyat.workflow.identity.Accounts;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.security.authentication.InsufficientAuthenticationException;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Reads the officer who asks, freshly: a role that was taken away a moment ago is gone. */
@Component
class CurrentOfficerArgument implements HandlerMethodArgumentResolver {

    private final Accounts accounts;

    CurrentOfficerArgument(Accounts accounts) {
        this.accounts = accounts;
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == CurrentOfficer.class;
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        return PortalUser.current()
                .flatMap(user -> accounts.officer(user.getName()))
                .map(CurrentOfficer::new)
                .orElseThrow(() -> new InsufficientAuthenticationException("no officer is signed in"));
    }
}
