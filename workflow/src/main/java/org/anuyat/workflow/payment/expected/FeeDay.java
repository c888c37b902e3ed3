package org.anuyat.workflow.payment.expected;

/**
 * A day of an agency in figures.
 *
 * @param expected bills that wait for money now, whatever their day
 * @param dueThen those of them whose time to pay ends on the day
 * @param paid bills whose money the bank took on the day
 */
public record FeeDay(Sum expected, Sum dueThen, Sum paid) {

    /** How many bills, and how much money. */
    public record Sum(long count, long satang) {}
}
