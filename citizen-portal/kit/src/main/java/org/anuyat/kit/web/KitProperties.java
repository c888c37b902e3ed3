package org.anuyat.kit.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What an installation says on every page.
 *
 * @param mode {@code demonstration} shows the banner that nothing here has legal effect
 * @param agency the agency that answers for the service
 * @param pages what the pages may and where they lead
 */
@ConfigurationProperties("anuyat")
public record KitProperties(@DefaultValue("production") String mode, @DefaultValue Agency agency, @DefaultValue Pages pages) {

    boolean demonstration() {
        return "demonstration".equals(mode);
    }

    /** Names and ways to reach the agency; what is missing is not shown. */
    public record Agency(@Nullable String nameTh, @Nullable String nameEn, @Nullable String phone, @Nullable String email) {

        @Nullable String name(Language language) {
            return language == Language.EN && nameEn != null ? nameEn : nameTh;
        }
    }

    /**
     * Where pages lead.
     *
     * @param accessibility the statement on accessibility
     * @param privacy the notice required by section 23 of the Personal Data Protection Act B.E. 2562
     * @param formTargets other origins that a form may end at, such as an identity provider's
     */
    public record Pages(@DefaultValue("/accessibility") String accessibility, @DefaultValue("/privacy") String privacy,
                        @DefaultValue List<String> formTargets) {
    }
}
