package org.anuyat.payments.api.dayfiles;

import java.util.List;
import java.util.UUID;
import org.anuyat.payments.api.PaymentsRefusal;
import org.springframework.core.io.InputStreamResource;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;

/**
 * The banks' end-of-day files: Thai cross-bank bill payment, lines of 256 characters in TIS-620.
 *
 * <p>A record that the books don't know makes the adapter ask the bank; what the bank confirms is posted as if its callback had come.
 */
@HttpExchange(url = "/payments/v1/day-files", accept = "application/json")
public interface DayFiles {

    /** Largest page that {@link #differences} gives. */
    int LARGEST_PAGE = 200;

    /**
     * Reads a file that an agency got from its bank, as a stream; either all of it is kept or nothing. The same file again changes nothing and
     * gives what is known of it.
     *
     * @param agency code of the agency whose account the file must be about
     * @throws PaymentsRefusal {@code UNKNOWN_AGENCY} when it collects nothing, or the account isn't its own; {@code FILE_MALFORMED} with
     *     line, column and reason; {@code FILE_CONFLICT} when another file of the same account and day was read before
     */
    @PostExchange(contentType = "application/octet-stream")
    DayFile receive(@RequestParam("agency") String agency, @RequestBody InputStreamResource file);

    /**
     * Lists the files of an agency, latest day first.
     *
     * @param most 1 to {@value #LARGEST_PAGE}
     */
    @GetExchange
    List<DayFile> files(@RequestParam("agency") String agency, @RequestParam("most") int most);

    /**
     * One file, of whichever agency.
     *
     * @throws PaymentsRefusal {@code NOT_FOUND}
     */
    @GetExchange("/{fileId}")
    DayFile file(@PathVariable("fileId") UUID fileId);

    /**
     * What differs between a file and the books now.
     *
     * @param page from 0
     * @param size 1 to {@value #LARGEST_PAGE}
     * @throws PaymentsRefusal {@code NOT_FOUND}
     */
    @GetExchange("/{fileId}/differences")
    DayDifference.Page differences(
            @PathVariable("fileId") UUID fileId, @RequestParam("page") int page, @RequestParam("size") int size);
}
