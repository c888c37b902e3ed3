package org.anuyat.backoffice.signature;

import java.util.Locale;
import org.anuyat.kit.error.OversizedUpload;
import org.anuyat.signin.PortalUser;
import org.anuyat.workflow.files.FileRefused;
import org.anuyat.workflow.identity.Accounts;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** Leads back to the picture of the signature, with the error at the field, when a file was too large to be read. */
@Component
class OversizedPicture implements OversizedUpload {

    private final SignatureController page;
    private final Accounts accounts;

    OversizedPicture(SignatureController page, Accounts accounts) {
        this.page = page;
        this.accounts = accounts;
    }

    @Override
    public @Nullable ModelAndView page(String path, Locale locale) {
        return path.equals("/backoffice/signature")
                ? PortalUser.current()
                        .flatMap(user -> accounts.officer(user.getName()))
                        .map(officer -> page.refused(officer, FileRefused.Code.TOO_LARGE))
                        .orElse(null)
                : null;
    }
}
