package org.anuyat.portal.application.correction;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.anuyat.kit.error.OversizedUpload;
import org.anuyat.portal.security.CurrentCitizenArgument;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** Leads back to the document that is to be corrected, with the error at the field, when a file was too large to be read. */
@Component
class OversizedCorrection implements OversizedUpload {

    private static final Pattern DOCUMENT =
            Pattern.compile("/applications/([^/]+)/correct/documents/([A-Za-z0-9_.-]+)");

    private final CorrectionItemController pages;
    private final CurrentCitizenArgument citizens;

    OversizedCorrection(CorrectionItemController pages, CurrentCitizenArgument citizens) {
        this.pages = pages;
        this.citizens = citizens;
    }

    @Override
    public @Nullable ModelAndView page(String path, Locale locale) {
        Matcher document = DOCUMENT.matcher(path);
        return document.matches()
                ? citizens.current()
                        .map(citizen -> pages.tooLarge(document.group(1), document.group(2), citizen, locale))
                        .orElse(null)
                : null;
    }
}
