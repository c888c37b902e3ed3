package org.anuyat.portal.application.draft;

import java.util.Locale;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.anuyat.kit.error.OversizedUpload;
import org.anuyat.portal.security.CurrentCitizen;
import org.anuyat.portal.security.CurrentCitizenArgument;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** Leads back to the documents of the draft, with the error at the field, when a file was too large to be read. */
@Component
class OversizedDraftDocument implements OversizedUpload {

    private static final String ID = "([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})";
    private static final String DRAFT = "/applications/drafts/" + ID;
    private static final Pattern ANOTHER = Pattern.compile(DRAFT + "/documents/([A-Za-z0-9_.-]+)");
    private static final Pattern REPLACEMENT = Pattern.compile(DRAFT + "/attachments/" + ID + "/replace");

    private final DraftDocumentsController pages;
    private final CurrentCitizenArgument citizens;

    OversizedDraftDocument(DraftDocumentsController pages, CurrentCitizenArgument citizens) {
        this.pages = pages;
        this.citizens = citizens;
    }

    @Override
    public @Nullable ModelAndView page(String path, Locale locale) {
        CurrentCitizen citizen = citizens.current().orElse(null);
        if (citizen == null) {
            return null;
        }
        Matcher another = ANOTHER.matcher(path);
        if (another.matches()) {
            return pages.tooLarge(UUID.fromString(another.group(1)), another.group(2), citizen, locale);
        }
        Matcher replacement = REPLACEMENT.matcher(path);
        return replacement.matches()
                ? pages.tooLarge(
                        UUID.fromString(replacement.group(1)), UUID.fromString(replacement.group(2)), citizen, locale)
                : null;
    }
}
