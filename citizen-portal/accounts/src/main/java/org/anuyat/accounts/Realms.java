package org.anuyat.accounts;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Function;
import org.anuyat.signin.Realm;
import org.anuyat.signin.ReturnPath;
import org.springframework.security.core.context.DeferredSecurityContext;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.web.context.HttpRequestResponseHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.stereotype.Component;

/**
 * The provider's two realms within one browser session. Without them whoever is signed in as a citizen would be signed in to the
 * back office as the same citizen, and be turned away there.
 */
@Component
public class Realms implements SecurityContextRepository {

    /** The login page's parameter that names the realm. */
    public static final String PARAMETER = "realm";

    private final Map<Realm, HttpSessionSecurityContextRepository> contexts = each(realm -> {
        HttpSessionSecurityContextRepository repository = new HttpSessionSecurityContextRepository();
        repository.setSpringSecurityContextKey("provider." + realm.id());
        return repository;
    });
    private final Map<Realm, ReturnPath> returnPaths = each(realm -> new ReturnPath("provider." + realm.id()));

    /** The realm that a request is about: by the login page's parameter, else by the OAuth client. Citizens by default. */
    public static Realm of(HttpServletRequest request) {
        return Realm.of(request.getParameter(PARAMETER))
                .or(() -> Realm.of(request.getParameter("client_id")))
                .orElse(Realm.CITIZEN);
    }

    /** Where the browser goes on after the password. */
    public ReturnPath returnPath(HttpServletRequest request) {
        return returnPaths.get(of(request));
    }

    @Override
    @Deprecated
    public SecurityContext loadContext(HttpRequestResponseHolder exchange) {
        return loadDeferredContext(exchange.getRequest()).get();
    }

    @Override
    public DeferredSecurityContext loadDeferredContext(HttpServletRequest request) {
        return contexts.get(of(request)).loadDeferredContext(request);
    }

    @Override
    public void saveContext(SecurityContext context, HttpServletRequest request, HttpServletResponse response) {
        contexts.get(of(request)).saveContext(context, request, response);
    }

    @Override
    public boolean containsContext(HttpServletRequest request) {
        return contexts.get(of(request)).containsContext(request);
    }

    private static <T> Map<Realm, T> each(Function<Realm, T> make) {
        Map<Realm, T> result = new EnumMap<>(Realm.class);
        for (Realm realm : Realm.values()) {
            result.put(realm, make.apply(realm));
        }
        return result;
    }
}
