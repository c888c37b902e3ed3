package org.anuyat.portal.register;

import org.anuyat.workflow.registry.PermitStatus;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * What somebody looks for in the register; what can't be understood is left out rather than refused.
 *
 * @param q parts of numbers and names
 * @param service a service's id, or empty
 * @param status a status' name, or empty
 */
record RegisterQuery(@Nullable String q, @Nullable String service, @Nullable String status) {

    private static final int LONGEST = 200;

    String text() {
        String text = q == null ? "" : q.strip();
        return text.substring(0, Math.min(text.length(), LONGEST));
    }

    @Nullable String serviceId() {
        return service == null || service.isBlank() ? null : service;
    }

    @Nullable PermitStatus permitStatus() {
        for (PermitStatus one : PermitStatus.values()) {
            if (one.name().equals(status)) {
                return one;
            }
        }
        return null;
    }

    boolean isEverything() {
        return text().isEmpty() && serviceId() == null && permitStatus() == null;
    }

    /** The address of the same search elsewhere, with {@code {page}} left for the page's number when wanted. */
    String at(String path, boolean paged) {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath(path)
                .queryParam("q", "{q}")
                .queryParam("service", "{service}")
                .queryParam("status", "{status}");
        String encoded = address.encode()
                .buildAndExpand(text(), serviceId() == null ? "" : serviceId(), permitStatus() == null ? "" : permitStatus())
                .toUriString();
        return paged ? encoded + "&page={page}" : encoded;
    }
}
