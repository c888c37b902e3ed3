package org.anuyat.payments.service.dayfiles;

/** What the details of a file add up to, and whether its trailer says the same. */
final class Totals {

    private long credits;
    private long creditSatang;
    private long debits;
    private long debitSatang;

    void add(DayRecord detail) {
        if (detail.credit()) {
            credits++;
            creditSatang += detail.amountSatang();
        } else {
            debits++;
            debitSatang += detail.amountSatang();
        }
    }

    /**
     * Compares with a trailer.
     *
     * @throws MalformedDayFile at the first of its sums that differs
     */
    void check(FixedLine trailer) {
        same(trailer, 20, 13, "total debit amount", debitSatang);
        same(trailer, 33, 6, "count of debits", debits);
        same(trailer, 39, 13, "total credit amount", creditSatang);
        same(trailer, 52, 6, "count of credits", credits);
    }

    private static void same(FixedLine trailer, int from, int length, String field, long added) {
        long said = trailer.number(from, length, field);
        if (said != added) {
            throw trailer.wrong(from, field, "says " + said + " but the details make " + added);
        }
    }

    long credits() {
        return credits;
    }

    long creditSatang() {
        return creditSatang;
    }

    long debits() {
        return debits;
    }

    long debitSatang() {
        return debitSatang;
    }
}
