package org.anuyat.kit.error;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.ModelAndView;

/**
 * A room's own page for an upload that is larger than a request may be. Nothing of such a request is read, neither its file nor its
 * form token, so a page may only be shown here, never anything be changed. A portal declares a bean for the addresses that it takes
 * uploads at; what no bean answers gets the general page.
 */
@FunctionalInterface
public interface OversizedUpload {

    /** The page with the error at its field, to be answered with status 413; null when this address is not ours. */
    @Nullable ModelAndView page(String path, Locale locale);
}
