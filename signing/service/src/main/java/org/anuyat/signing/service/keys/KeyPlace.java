package org.anuyat.signing.service.keys;

import java.util.List;

/** A place where keys are kept: those that the settings name (files, tokens, remote services), or the demonstration authority. */
public interface KeyPlace {

    /** An agency's keys of one use, past, present and future; empty when there is none in this place. */
    List<AgencyKey> of(String agency, KeyUse use);

    /** The keys that are there already. */
    List<AgencyKey> all();
}
