package org.anuyat.backoffice.finance.dayfiles;

import java.util.Locale;
import org.anuyat.kit.error.OversizedUpload;
import org.anuyat.signin.PortalUser;
import org.anuyat.workflow.identity.Accounts;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** Leads back to the end-of-day files, with what to do instead at the field, when one was too large for a page. */
@Component
class OversizedDayFile implements OversizedUpload {

    private final DayFileController page;
    private final Accounts accounts;

    OversizedDayFile(DayFileController page, Accounts accounts) {
        this.page = page;
        this.accounts = accounts;
    }

    @Override
    public @Nullable ModelAndView page(String path, Locale locale) {
        return path.equals("/backoffice/finance/day-files")
                ? PortalUser.current()
                        .flatMap(user -> accounts.officer(user.getName()))
                        .map(page::tooLarge)
                        .orElse(null)
                : null;
    }
}
