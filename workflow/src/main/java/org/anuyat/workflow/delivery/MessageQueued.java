package org.anuyat.workflow.delivery;

import java.util.UUID;

/** A message waits to be sent once the running transaction has committed. */
public record MessageQueued(UUID messageId) {}
