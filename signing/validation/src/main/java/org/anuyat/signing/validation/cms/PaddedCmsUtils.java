package org.anuyat.signing.validation.cms;

import eu.europa.esig.dss.cms.CMS;
import eu.europa.esig.dss.cms.object.CMSObjectUtils;
import eu.europa.esig.dss.model.InMemoryDocument;
import eu.europa.esig.dss.spi.exception.IllegalInputException;
import java.util.Arrays;

/**
 * Reads the CMS object of a PDF signature without the zeros that fill up its place (/Contents, ISO 32000-1, 12.8.1).
 *
 * <p>DSS 6.4 passes them on and Bouncy Castle from 1.85 refuses them ("Extra data detected in stream"). {@link CmsProvider}
 * makes DSS use it.
 */
public class PaddedCmsUtils extends CMSObjectUtils {

    private static volatile boolean inUse;

    /** For DSS. */
    public PaddedCmsUtils() {
        inUse = true;
    }

    /** Whether DSS has made one for itself. */
    static boolean isInUse() {
        return inUse;
    }

    @Override
    public CMS parseToCMS(byte[] padded) {
        int length = derLength(padded);
        for (int i = length; i < padded.length; i++) {
            if (padded[i] != 0) {
                throw new IllegalInputException("Data after the CMS object");
            }
        }
        return super.parseToCMS(
                new InMemoryDocument(length == padded.length ? padded : Arrays.copyOf(padded, length)));
    }

    /** Length of the outermost DER element with its header; everything when it can't be told. */
    private static int derLength(byte[] der) {
        if (der.length < 2) {
            return der.length;
        }
        int first = der[1] & 0xff;
        if (first < 0x80) {
            return Math.min(der.length, 2 + first);
        }
        int octets = first & 0x7f;
        if (octets == 0 || octets > 4 || der.length < 2 + octets) {
            return der.length;
        }
        long length = 0;
        for (int i = 0; i < octets; i++) {
            length = length << 8 | der[2 + i] & 0xff;
        }
        return (int) Math.min(der.length, 2 + octets + length);
    }
}
