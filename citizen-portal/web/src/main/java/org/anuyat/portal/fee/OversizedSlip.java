package org.anuyat.portal.fee;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.anuyat.kit.error.OversizedUpload;
import org.anuyat.portal.security.CurrentCitizen;
import org.anuyat.portal.security.CurrentCitizenArgument;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** Leads back to the slip's page, with the error at the field, when a file was too large to be read. */
@Component
class OversizedSlip implements OversizedUpload {

    private static final Pattern EVIDENCE = Pattern.compile("/applications/([A-Za-z0-9-]+)/fee/evidence");

    private final SlipController pages;
    private final CurrentCitizenArgument citizens;

    OversizedSlip(SlipController pages, CurrentCitizenArgument citizens) {
        this.pages = pages;
        this.citizens = citizens;
    }

    @Override
    public @Nullable ModelAndView page(String path, Locale locale) {
        CurrentCitizen citizen = citizens.current().orElse(null);
        Matcher evidence = EVIDENCE.matcher(path);
        return citizen != null && evidence.matches() ? pages.tooLarge(evidence.group(1), citizen, locale) : null;
    }
}
