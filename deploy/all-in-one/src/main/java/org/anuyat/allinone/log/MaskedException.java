package org.anuyat.allinone.log;

import ch.qos.logback.classic.spi.IThrowableProxy;
import org.springframework.boot.logging.logback.ExtendedWhitespaceThrowableProxyConverter;

/** An exception in the console, masked: messages of exceptions quote what was entered. */
public final class MaskedException extends ExtendedWhitespaceThrowableProxyConverter {

    @Override
    protected String throwableProxyToString(IThrowableProxy exception) {
        return PersonalData.mask(super.throwableProxyToString(exception));
    }
}
