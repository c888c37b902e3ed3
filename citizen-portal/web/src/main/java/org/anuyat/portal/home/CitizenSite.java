package org.anuyat.portal.home;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.anuyat.kit.Link;
import org.anuyat.kit.Site;
import org.anuyat.kit.Visitor;
import org.anuyat.signin.PortalUser;
import org.anuyat.signin.Realm;
import org.springframework.stereotype.Component;

/** The frame of the citizens' pages. */
@Component
class CitizenSite implements Site {

    @Override
    public String path() {
        return "/";
    }

    @Override
    public String name() {
        return "portal-home.site";
    }

    @Override
    public List<Link> navigation(HttpServletRequest request) {
        return List.of(
                Link.of("/services", "portal-home.nav.services"),
                Link.of("/applications", "portal-home.nav.applications"),
                Link.of("/register", "portal-home.nav.register"),
                Link.of("/verify", "portal-home.nav.verify"));
    }

    @Override
    public Optional<Visitor> visitor(HttpServletRequest request) {
        return PortalUser.current().map(user -> new Visitor(user.displayName(), Realm.CITIZEN.signOutPath()));
    }
}
