package org.anuyat.kit;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;

/**
 * One of the portals under the same roof. Each declares a bean; the kit frames a page by the site whose path is the longest
 * beginning of the page's, error pages too.
 */
public interface Site {

    /** Where the site begins and where its name leads: {@code /} or, for example, {@code /backoffice}. */
    String path();

    /** The key of the message with the site's name. */
    String name();

    /** The main navigation; the texts are message keys. */
    List<Link> navigation(HttpServletRequest request);

    /** Who is signed in. */
    Optional<Visitor> visitor(HttpServletRequest request);
}
