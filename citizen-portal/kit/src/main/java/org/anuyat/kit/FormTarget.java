package org.anuyat.kit;

import java.util.List;

/**
 * Other origins at which a form of ours may end, such as that of an identity provider where people sign out, too. Browsers block
 * everything else (the content security policy's {@code form-action}). Declared as beans, beside the setting
 * {@code anuyat.pages.form-targets}.
 */
@FunctionalInterface
public interface FormTarget {

    /** Origins such as {@code https://id.example.go.th}; none is ours. */
    List<String> origins();
}
