package org.anuyat.workflow.submission;

import java.util.UUID;

/**
 * A document that the applicant handed in with an application (เอกสารประกอบคำขอ).
 *
 * @param documentKey the requirement of the service that it answers
 * @param file its place in {@link org.anuyat.workflow.files.Files}
 * @param name the file's name as the applicant gave it, cleaned
 * @param size in bytes
 * @param sha256 of the content, lower-case hexadecimal
 */
public record Attachment(
        UUID id, String documentKey, UUID file, String name, String mediaType, long size, String sha256) {}
