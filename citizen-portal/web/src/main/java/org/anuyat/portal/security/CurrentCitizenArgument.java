package org.anuyat.portal.security;

import java.util.Optional;
import org.anuyat.signin.PortalUser;
import org.anuyat.workflow.identity.Accounts;
import org.anuyat.workflow.identity.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.security.authentication.InsufficientAuthenticationException;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Reads the citizen who asks, freshly: an account that was disabled a moment ago is not let in. */
@Component
public class CurrentCitizenArgument implements HandlerMethodArgumentResolver {

    private final Accounts accounts;

    CurrentCitizenArgument(Accounts accounts) {
        this.accounts = accounts;
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.nestedIfOptional().getNestedParameterType() == CurrentCitizen.class;
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        Optional<CurrentCitizen> citizen = current();
        if (parameter.getParameterType() == Optional.class) {
            return citizen;
        }
        return citizen.orElseThrow(() -> new InsufficientAuthenticationException("no citizen is signed in"));
    }

    /** The citizen who asks, for what is answered outside of a controller's method. */
    public Optional<CurrentCitizen> current() {
        return PortalUser.current()
                .filter(user -> user.getAuthorities().stream().anyMatch(a -> Role.CITIZEN.authority().equals(a.getAuthority())))
                .flatMap(user -> accounts.person(user.getName()))
                .map(CurrentCitizen::new);
    }
}
