package org.anuyat.workflow.catalogue.form.control;

import org.anuyat.workflow.language.LocalizedText;

/**
 * One of the answers to choose from.
 *
 * @param value as it stands in the answers
 * @param label as it is read
 */
public record Choice(String value, LocalizedText label) {}
