package org.anuyat.backoffice.desk;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.anuyat.kit.Link;
import org.anuyat.kit.Site;
import org.anuyat.kit.Visitor;
import org.anuyat.signin.PortalUser;
import org.anuyat.signin.Realm;
import org.springframework.stereotype.Component;

/** How the back office frames its pages. */
@Component
class BackofficeSite implements Site {

    @Override
    public String path() {
        return "/backoffice";
    }

    @Override
    public String name() {
        return "office.name";
    }

    @Override
    public List<Link> navigation(HttpServletRequest request) {
        return PortalUser.current().isEmpty()
                ? List.of()
                : List.of(Link.of("/backoffice", "office.nav.desk"), Link.of("/backoffice/tasks", "office.nav.tasks"),
                        Link.of("/backoffice/holidays", "office-calendar.nav"));
    }

    @Override
    public Optional<Visitor> visitor(HttpServletRequest request) {
        return PortalUser.current().map(user -> new Visitor(user.displayName(), Realm.OFFICER.signOutPath()));
    }
}
