package org.anuyat.signing.service.http;

/** Marks the endpoints that only known callers may use. */
public interface GuardedEndpoint {}
