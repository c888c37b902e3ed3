package org.anuyat.backoffice.review.inspection;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.anuyat.kit.error.OversizedUpload;
import org.anuyat.signin.PortalUser;
import org.anuyat.workflow.identity.Accounts;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** Leads back to the inspection, with the error at the field, when photographs were too large to be read. */
@Component
class OversizedPhotos implements OversizedUpload {

    private static final Pattern PHOTOS = Pattern.compile("/backoffice/cases/([A-Za-z0-9-]+)/inspection/photos");

    private final InspectionPages pages;
    private final Accounts accounts;

    OversizedPhotos(InspectionPages pages, Accounts accounts) {
        this.pages = pages;
        this.accounts = accounts;
    }

    @Override
    public @Nullable ModelAndView page(String path, Locale locale) {
        Matcher photos = PHOTOS.matcher(path);
        return photos.matches()
                ? PortalUser.current()
                        .flatMap(user -> accounts.officer(user.getName()))
                        .map(officer -> pages.photosTooLarge(photos.group(1), officer))
                        .orElse(null)
                : null;
    }
}
