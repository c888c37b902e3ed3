package org.anuyat.backoffice.desk;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.anuyat.kit.Link;
import org.anuyat.kit.Site;
import org.anuyat.kit.Visitor;
import org.anuyat.signin.PortalUser;
import org.anuyat.signin.Realm;
import org.anuyat.workflow.identity.Role;
import org.springframework.security.core.GrantedAuthority;
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
        return PortalUser.current().map(BackofficeSite::navigation).orElse(List.of());
    }

    /** Everybody's pages, then those of the roles that one has. */
    private static List<Link> navigation(PortalUser user) {
        Set<String> roles =
                user.getAuthorities().stream().map(GrantedAuthority::getAuthority).collect(Collectors.toSet());
        List<Link> links = new ArrayList<>(List.of(
                Link.of("/backoffice", "office.nav.desk"),
                Link.of("/backoffice/tasks", "office.nav.tasks"),
                Link.of("/backoffice/holidays", "office-calendar.nav")));
        if (roles.contains(Role.APPROVER_2.authority())) {
            links.add(Link.of("/backoffice/permits", "orders.nav"));
        }
        if (roles.contains(Role.APPROVER_1.authority()) || roles.contains(Role.APPROVER_2.authority())) {
            links.add(Link.of("/backoffice/refunds", "finance.refunds.title"));
            links.add(Link.of("/backoffice/signature", "office-signature.nav"));
        }
        if (roles.contains(Role.FINANCE.authority())) {
            links.add(Link.of("/backoffice/finance", "finance.nav"));
        }
        if (roles.contains(Role.AUDITOR.authority())) {
            links.add(Link.of("/backoffice/audit", "audit.nav"));
        }
        if (roles.contains(Role.ADMINISTRATOR.authority())) {
            links.add(Link.of("/backoffice/officers", "staff.nav"));
        }
        return List.copyOf(links);
    }

    @Override
    public Optional<Visitor> visitor(HttpServletRequest request) {
        return PortalUser.current().map(user -> new Visitor(user.displayName(), Realm.OFFICER.signOutPath()));
    }
}
