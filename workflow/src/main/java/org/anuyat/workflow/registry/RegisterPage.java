package org.anuyat.workflow.registry;

import java.util.List;

/**
 * A page of the register.
 *
 * @param number from 0
 * @param total entries on all pages
 */
public record RegisterPage(List<RegisterEntry> entries, int number, int size, long total) {

    public RegisterPage {
        entries = List.copyOf(entries);
    }
}
