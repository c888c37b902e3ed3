package org.anuyat.payments.service.dayfiles;

import java.util.List;
import java.util.UUID;
import org.anuyat.payments.api.dayfiles.DayDifference;
import org.anuyat.payments.api.dayfiles.DayFile;
import org.anuyat.payments.api.dayfiles.DayFiles;
import org.anuyat.payments.service.HttpOn;
import org.anuyat.payments.service.PaymentsPart;
import org.springframework.core.io.InputStreamResource;
import org.springframework.web.bind.annotation.RestController;

/** {@link DayFiles} over HTTP, by the contract's own mappings. */
@PaymentsPart
@HttpOn
@RestController
class DayFileEndpoint implements DayFiles {

    private final DayFileDesk desk;

    DayFileEndpoint(DayFileDesk desk) {
        this.desk = desk;
    }

    @Override
    public DayFile receive(String agency, InputStreamResource file) {
        return desk.receive(agency, file);
    }

    @Override
    public List<DayFile> files(String agency, int most) {
        return desk.files(agency, most);
    }

    @Override
    public DayFile file(UUID fileId) {
        return desk.file(fileId);
    }

    @Override
    public DayDifference.Page differences(UUID fileId, int page, int size) {
        return desk.differences(fileId, page, size);
    }
}
