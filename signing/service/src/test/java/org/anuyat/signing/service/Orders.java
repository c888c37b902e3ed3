package org.anuyat.signing.service;

import java.util.UUID;
import org.anuyat.signing.api.DocumentKind;
import org.anuyat.signing.api.SealOrder;
import org.anuyat.signing.api.validation.ValidationOrder;

/** Orders as the platform gives them. */
public final class Orders {

    private Orders() {}

    public static SealOrder seal(byte[] pdf) {
        return seal(UUID.randomUUID().toString(), pdf);
    }

    public static SealOrder seal(String key, byte[] pdf) {
        return new SealOrder(key, "bma", DocumentKind.PERMIT, pdf, "ออกใบอนุญาต", "กรุงเทพมหานคร");
    }

    public static ValidationOrder validate(byte[] document) {
        return new ValidationOrder(document, false);
    }
}
