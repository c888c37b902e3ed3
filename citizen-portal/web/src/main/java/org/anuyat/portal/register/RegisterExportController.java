package org.anuyat.portal.register;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.anuyat.workflow.agency.Agencies;
import org.anuyat.workflow.catalogue.Services;
import org.anuyat.workflow.registry.PublicRegister;
import org.anuyat.workflow.registry.RegisterEntry;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The register as open data (RFC 4180), written while it is read from the database. */
@Controller
class RegisterExportController {

    /** With what a cell begins that a spreadsheet takes for a formula (OWASP, CSV injection). */
    private static final String DANGEROUS = "=+-@\t\r\n＝＋－＠";

    private static final List<String> COLUMNS = List.of(
            "permit.number",
            "permit.service",
            "permit.holder",
            "permit.agency",
            "permit.issued-on",
            "permit.expires-on",
            "register.status");

    private final PublicRegister register;
    private final Services services;
    private final Agencies agencies;
    private final MessageSource messages;

    RegisterExportController(
            PublicRegister register, Services services, Agencies agencies, MessageSource messages) {
        this.register = register;
        this.services = services;
        this.agencies = agencies;
        this.messages = messages;
    }

    @GetMapping("/register/export.csv")
    void csv(RegisterQuery query, Locale locale, HttpServletResponse response) throws IOException {
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"permits.csv\"");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        Writer writer = new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8);
        // without the mark Excel reads Thai as gibberish
        writer.write('\uFEFF');
        CSVPrinter printer = new CSVPrinter(writer, CSVFormat.RFC4180);
        printer.printRecord(COLUMNS.stream()
                .map(column -> messages.getMessage(column, null, locale))
                .toList());
        register.export(query.text(), query.serviceId(), query.permitStatus(), entry -> {
            try {
                printer.printRecord(cells(entry, locale).stream()
                        .map(RegisterExportController::plain)
                        .toList());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        printer.flush();
    }

    private List<String> cells(RegisterEntry entry, Locale locale) {
        return List.of(
                entry.number(),
                services.version(entry.serviceId(), entry.serviceVersion())
                        .permit()
                        .title()
                        .in(locale),
                entry.holderName(),
                agencies.byCode(entry.agency()).name(locale),
                entry.issuedOn().toString(),
                entry.expiresOn() == null ? "" : entry.expiresOn().toString(),
                messages.getMessage("permit.status." + entry.status().name(), null, locale));
    }

    /** A cell that stays text: what begins like a formula gets an apostrophe in front. Holders choose their own names. */
    static String plain(String text) {
        return !text.isEmpty() && DANGEROUS.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }
}
