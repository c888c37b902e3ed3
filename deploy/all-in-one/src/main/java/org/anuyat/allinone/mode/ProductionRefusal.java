package org.anuyat.allinone.mode;

import java.util.List;

/** What keeps the platform from starting in production mode, all of it at once. */
final class ProductionRefusal extends RuntimeException {

    private static final long serialVersionUID = 1;

    ProductionRefusal(List<String> reasons) {
        super(String.join(System.lineSeparator(), reasons.stream().map(reason -> "- " + reason).toList()));
    }
}
