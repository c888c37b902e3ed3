package org.anuyat.signing.service.http;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import org.anuyat.signing.api.SigningProblem;
import org.anuyat.signing.api.SigningRefusal;
import org.anuyat.signing.api.validation.DocumentValidation;
import org.anuyat.signing.api.validation.ValidationOrder;
import org.anuyat.signing.api.validation.ValidationReport;
import org.anuyat.signing.service.OnlyOverHttp;
import org.anuyat.signing.service.SigningSettings;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Validates a file that is sent as it is, and says the result in sentences beside the codes: for callers who aren't the platform. */
@RestController
@OnlyOverHttp
class FileValidationEndpoint implements GuardedEndpoint {

    private final DocumentValidation validation;
    private final long largest;

    FileValidationEndpoint(DocumentValidation validation, SigningSettings settings) {
        this.validation = validation;
        this.largest = settings.largest().toBytes();
    }

    /**
     * The answer.
     *
     * @param report everything that was found out, with the ETSI report when ordered
     */
    record Answer(Said th, Said en, ValidationReport report) {}

    /** The result in one language. */
    record Said(String verdict, List<String> reasons, String warning) {

        static Said in(String language, ValidationReport report) {
            ResourceBundle texts = ResourceBundle.getBundle(
                    "messages/signing",
                    Locale.forLanguageTag(language),
                    ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
            return new Said(
                    texts.getString("signing.verdict." + report.verdict()),
                    report.reasons().stream()
                            .map(reason -> texts.getString("signing.reason." + reason))
                            .toList(),
                    report.demonstration() ? texts.getString("signing.demonstration") : "");
        }
    }

    @PostMapping(
            path = "/signing/v1/validations",
            consumes = {MediaType.APPLICATION_PDF_VALUE, MediaType.APPLICATION_OCTET_STREAM_VALUE},
            produces = MediaType.APPLICATION_JSON_VALUE)
    Answer validate(InputStream file, @RequestParam(name = "etsi", defaultValue = "false") boolean etsi) throws IOException {
        // never more in memory than is examined
        byte[] document = file.readNBytes((int) Math.min(largest + 1, Integer.MAX_VALUE - 8));
        if (document.length > largest) {
            throw new SigningRefusal(SigningProblem.TOO_LARGE, "The document is larger than " + largest + " bytes");
        }
        ValidationReport report = validation.validate(new ValidationOrder(document, etsi));
        return new Answer(Said.in("th", report), Said.in("en", report), report);
    }
}
