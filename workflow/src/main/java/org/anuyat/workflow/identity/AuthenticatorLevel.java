package org.anuyat.workflow.identity;

/**
 * How surely the one who signs in is the one whose identity was proven: ระดับความน่าเชื่อถือของการยืนยันตัวตน (authenticator
 * assurance level, AAL) of มรด. 1-1:2564 and มรด. 1-3:2564. The order of the constants is the order of the levels.
 */
public enum AuthenticatorLevel {
    /** One factor. */
    AAL1,
    /** Two factors. */
    AAL2,
    /** Two factors, one of them a hardware key. */
    AAL3;

    /** Whether this level is enough where the other one is demanded. */
    public boolean isAtLeast(AuthenticatorLevel demanded) {
        return compareTo(demanded) >= 0;
    }
}
