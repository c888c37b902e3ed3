package org.anuyat.workflow.delivery;

/**
 * A message as composed: Thai first, English below.
 *
 * @param subject one line
 * @param body plain text
 */
record Letter(String subject, String body) {}
