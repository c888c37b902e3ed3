package org.anuyat.workflow.catalogue.loading;

/** A service definition that can't be used. It stops the start: better no service than one that decides by a wrong rule. */
public class BadDefinition extends RuntimeException {

    BadDefinition(String service, String file, String pointer, String reason) {
        super("services/%s/%s at %s: %s".formatted(service, file, pointer.isEmpty() ? "/" : pointer, reason));
    }
}
