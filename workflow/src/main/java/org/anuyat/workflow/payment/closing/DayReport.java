package org.anuyat.workflow.payment.closing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.text.NumberFormat;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.anuyat.workflow.agency.Agency;
import org.anuyat.workflow.documents.DocumentSource;
import org.anuyat.workflow.documents.Typesetter;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** The report of a closed day on paper (รายงานการกระทบยอดรายการรับชำระเงินประจำวัน). */
@Component
class DayReport {

    /** A day with more differences has its report as a spreadsheet; the paper names how many there are. */
    static final int MOST_DIFFERENCES = 2_000;

    private final Typesetter typesetter;
    private final boolean demonstration;
    private final String template = template();

    DayReport(Typesetter typesetter, @Value("${anuyat.mode:production}") String mode) {
        this.typesetter = typesetter;
        this.demonstration = mode.equals("demonstration");
    }

    byte[] typeset(Agency agency, DayFigures figures, String note, String officer, Instant at) {
        List<Map<String, Object>> rows = figures.differences().stream().limit(MOST_DIFFERENCES).map(DayReport::row).toList();
        return typesetter.typeset(DocumentSource.of(template, "รายงานการกระทบยอดรายการรับชำระเงิน วันที่ " + figures.effectiveOn())
                .author(agency.nameTh())
                .data("agency", agency.nameTh())
                .data("effectiveOn", figures.effectiveOn())
                .data("account", figures.account())
                .data("credits", figures.credits())
                .data("creditBaht", baht(figures.creditSatang()))
                .data("matched", figures.matched())
                .data("matchedBaht", baht(figures.matchedSatang()))
                .data("rest", figures.credits() - figures.matched())
                .data("restBaht", baht(figures.creditSatang() - figures.matchedSatang()))
                .data("debits", figures.debits())
                .data("debitBaht", baht(figures.debitSatang()))
                .data("differences", rows)
                .data("count", figures.differences().size())
                .data("none", rows.isEmpty())
                .data("note", note)
                .data("officer", officer)
                .data("closedAt", at)
                .watermark(demonstration ? "ตัวอย่าง ไม่ใช่เอกสารราชการ" : null)
                .build());
    }

    private static Map<String, Object> row(DayFigures.Difference difference) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("kind", difference.kind());
        row.put("place", difference.place());
        row.put("there", baht(difference.thereSatang()));
        row.put("here", baht(difference.hereSatang()));
        row.put("decision", difference.decision() == null ? "" : difference.decision().text());
        row.put("decidedBy", difference.decision() == null ? "" : difference.decision().officerName());
        return row;
    }

    private static String baht(@Nullable Long satang) {
        if (satang == null) {
            return "–";
        }
        NumberFormat format = NumberFormat.getNumberInstance(Locale.ROOT);
        format.setMinimumFractionDigits(2);
        return format.format(BigDecimal.valueOf(satang, 2));
    }

    private static String template() {
        try {
            return new ClassPathResource("documents/day-report.html").getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("the template day-report is missing", e);
        }
    }
}
