package org.anuyat.signing.service.demonstration;

import java.time.Clock;
import org.anuyat.signing.service.OnlyInDemonstration;
import org.anuyat.signing.service.SigningSettings;
import org.anuyat.signing.service.disk.PrivateFolder;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Founds the demonstration authority. */
@Configuration(proxyBeanMethods = false)
@OnlyInDemonstration
class DemonstrationConfiguration {

    @Bean
    DemonstrationAuthority demonstrationAuthority(SigningSettings settings, Clock clock) {
        LoggerFactory.getLogger(DemonstrationAuthority.class)
                .warn("Documents are sealed by the demonstration authority: they prove nothing. "
                        + "For real documents set anuyat.mode=production and the agencies' key stores");
        return new DemonstrationAuthority(folder(settings), settings.demonstration(), clock);
    }

    @Bean
    RevocationAnswers revocationAnswers(DemonstrationAuthority authority, SigningSettings settings, Clock clock) {
        return new RevocationAnswers(authority, folder(settings), clock);
    }

    @Bean
    DemonstrationTimeStamps demonstrationTimeStamps(DemonstrationAuthority authority, Clock clock) {
        return new DemonstrationTimeStamps(authority, clock);
    }

    private static PrivateFolder folder(SigningSettings settings) {
        return PrivateFolder.at(settings.home()).folder("demonstration");
    }
}
