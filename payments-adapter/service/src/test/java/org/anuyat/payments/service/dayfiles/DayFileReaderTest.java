package org.anuyat.payments.service.dayfiles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DayFileReaderTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 21);
    private static final LocalDateTime NOON = DAY.atTime(12, 0, 1);

    private static List<String> lines() {
        return new DayFileLines(DAY)
                .detail("C", NOON, "000000000018", "20261201", 364_922)
                .detail("C", NOON.plusHours(1), "000000000026", "20261201", 1)
                .detail("D", NOON.plusHours(2), "000000000018", "20261201", 364_922)
                .whole();
    }

    private static List<DayRecord> read(byte[] file) throws IOException {
        DayFileReader reader = new DayFileReader(new ByteArrayInputStream(file));
        List<DayRecord> records = new ArrayList<>();
        for (Optional<DayRecord> next = reader.next(); next.isPresent(); next = reader.next()) {
            records.add(next.get());
        }
        return records;
    }

    private static MalformedDayFile refusal(byte[] file) {
        return catchThrowableOfType(MalformedDayFile.class, () -> read(file));
    }

    @Test
    void everyFieldIsTakenFromItsPlace() throws IOException {
        DayFileReader reader = new DayFileReader(new ByteArrayInputStream(DayFileLines.bytes(lines())));
        assertThat(reader.header()).isEqualTo(new DayFileReader.Header("014", "0000000000", DAY));
        assertThat(reader.next()).contains(
                new DayRecord(2, true, "", "000000000018", "20261201", 364_922, NOON, "นางสาวสมหญิง รักดี"));
        assertThat(reader.next()).isPresent();
        assertThat(reader.next()).hasValueSatisfying(reversal -> assertThat(reversal.credit()).isFalse());
        assertThat(reader.next()).isEmpty();
        assertThat(reader.next()).isEmpty();
        assertThat(reader.totals().credits()).isEqualTo(2);
        assertThat(reader.totals().creditSatang()).isEqualTo(364_923);
        assertThat(reader.totals().debits()).isEqualTo(1);
        assertThat(reader.totals().debitSatang()).isEqualTo(364_922);
    }

    @Test
    void theLastLineMayLackItsEnd() throws IOException {
        byte[] file = DayFileLines.bytes(lines());
        assertThat(read(Arrays.copyOf(file, file.length - 2))).hasSize(3);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {
        "1;0;X;line 1, column 1 (record type): the first line must be H",
        "1;60;31022026;line 1, column 61 (effective date): not a day DDMMYYYY: 31022026",
        "1;60;20112569;line 1, column 65 (effective date): not a year of the Gregorian calendar: 2569",
        "2;20;01010000;line 2, column 25 (payment date): not a year of the Gregorian calendar: 0000",
        "2;1;000003;line 2, column 2 (sequence): must be 000002",
        "3;7;006;line 3, column 8 (bank code): differs from the header's 014",
        "3;10;1;line 3, column 11 (company account): differs from the header's 0000000000",
        "3;0;X;line 3, column 1 (record type): must be D or T",
        "2;28;246000;line 2, column 29 (payment time): not a time HHMMSS: 246000",
        "2;152;X;line 2, column 153 (kind of transaction): must be C or D",
        "2;166;A;line 2, column 167 (amount): not a digit",
        "3;175;0;line 3, column 164 (amount): is zero",
        "5;20;0000000000001;line 5, column 21 (total debit amount): says 1 but the details make 364922",
        "5;33;000002;line 5, column 34 (count of debits): says 2 but the details make 1",
        "5;39;0000000364922;line 5, column 40 (total credit amount): says 364922 but the details make 364923",
        "5;52;000003;line 5, column 53 (count of credits): says 3 but the details make 2"
    })
    void whatIsWrongIsNamedByLineAndColumn(int line, int offset, String instead, String message) {
        List<String> lines = new ArrayList<>(lines());
        String old = lines.get(line - 1);
        lines.set(line - 1, old.substring(0, offset) + instead + old.substring(offset + instead.length()));
        MalformedDayFile refusal = refusal(DayFileLines.bytes(lines));
        assertThat(refusal).hasMessage(message);
        assertThat(refusal.line()).isEqualTo(line);
        assertThat(message).contains("column " + refusal.column());
    }

    @Test
    void linesMissingOrTooManyOrOfAnotherLengthAreRefused() {
        List<String> lines = lines();
        assertThat(refusal(new byte[0])).hasMessageContaining("the file is empty");
        assertThat(refusal(DayFileLines.bytes(lines.subList(0, 4)))).hasMessage("line 5, column 1 (record type): the file ends without a trailer T");
        List<String> more = new ArrayList<>(lines);
        more.add(lines.get(1));
        assertThat(refusal(DayFileLines.bytes(more))).hasMessageContaining("line 6, column 1").hasMessageContaining("nothing may follow");
        List<String> shorter = new ArrayList<>(lines);
        shorter.set(1, lines.get(1).substring(0, 200));
        assertThat(refusal(DayFileLines.bytes(shorter))).hasMessage("line 2, column 201 (end of line): the line has 200 bytes instead of 256");
        List<String> longer = new ArrayList<>(lines);
        longer.set(2, lines.get(2) + " ");
        assertThat(refusal(DayFileLines.bytes(longer))).hasMessage("line 3, column 257 (end of line): the line must have 256 bytes, then CR LF");
    }

    @Test
    void aByteThatIsNoThaiCharacterIsRefusedAtItsColumn() {
        byte[] file = DayFileLines.bytes(lines());
        file[258 + 40] = (byte) 0xFC;
        assertThat(refusal(file)).hasMessage("line 2, column 41 (customer name): the byte fc is no character of TIS-620");
    }
}
