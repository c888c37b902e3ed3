package org.anuyat.workflow.agency;

/** No agency bears that code. */
public class NoSuchAgency extends RuntimeException {

    NoSuchAgency(String code) {
        super("no agency with code " + code);
    }
}
