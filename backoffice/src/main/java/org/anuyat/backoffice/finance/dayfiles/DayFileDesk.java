package org.anuyat.backoffice.finance.dayfiles;

import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.anuyat.kit.error.Refusal;
import org.anuyat.payments.api.PaymentsRefusal;
import org.anuyat.payments.api.dayfiles.DayDifference;
import org.anuyat.payments.api.dayfiles.DayFile;
import org.anuyat.payments.api.dayfiles.DayFiles;
import org.anuyat.workflow.identity.Officer;
import org.anuyat.workflow.identity.Role;
import org.springframework.core.io.InputStreamResource;
import org.springframework.stereotype.Component;

/** The files of one agency, for its finance officers: the adapter knows files by their id alone, so whose they are is checked here. */
@Component("financeDayFiles")
class DayFileDesk {

    /** More than a year of working days. */
    private static final int MOST_FILES = 200;

    private final DayFiles files;

    DayFileDesk(DayFiles files) {
        this.files = files;
    }

    List<DayFile> latest(Officer officer) {
        return files.files(finance(officer).agency(), MOST_FILES);
    }

    DayFile receive(Officer officer, InputStreamResource file) {
        return files.receive(finance(officer).agency(), file);
    }

    DayFile find(Officer officer, UUID id) {
        try {
            DayFile file = files.file(id);
            if (file.agency().equals(finance(officer).agency())) {
                return file;
            }
        } catch (PaymentsRefusal refusal) {
            if (refusal.reason() != PaymentsRefusal.Reason.NOT_FOUND) {
                throw refusal;
            }
        }
        throw Refusal.notFound();
    }

    DayDifference.Page differences(DayFile file, int page, int size) {
        return files.differences(file.id(), page, size);
    }

    /** All differences of a file, read in pages. */
    void forEach(DayFile file, Consumer<DayDifference> action) {
        int page = 0;
        DayDifference.Page part;
        do {
            part = files.differences(file.id(), page++, DayFiles.LARGEST_PAGE);
            part.entries().forEach(action);
        } while (!part.entries().isEmpty() && (long) page * DayFiles.LARGEST_PAGE < part.total());
    }

    private static Officer finance(Officer officer) {
        if (!officer.is(Role.FINANCE)) {
            throw Refusal.forbidden();
        }
        return officer;
    }
}
