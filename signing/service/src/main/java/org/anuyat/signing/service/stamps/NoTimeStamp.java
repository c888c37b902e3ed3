package org.anuyat.signing.service.stamps;

import eu.europa.esig.dss.model.DSSException;

/** No authority stamps at present. */
public class NoTimeStamp extends DSSException {

    NoTimeStamp(String message) {
        super(message);
    }
}
