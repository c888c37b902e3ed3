package org.anuyat.allinone.mode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.anuyat.allinone.Anuyat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.mock.env.MockEnvironment;

class ProductionModeTest {

    @TempDir
    Path home;

    @Test
    void says_all_that_is_missing_at_once() {
        assertThatThrownBy(() -> ProductionRules.check(new MockEnvironment()))
                .isInstanceOf(ProductionRefusal.class)
                .hasMessageContaining("anuyat.identity.citizen.client-secret must be set")
                .hasMessageContaining("anuyat.identity.officer.client-secret must be set")
                .hasMessageContaining("anuyat.identity.key must be set")
                .hasMessageContaining("anuyat.identity.signing-key must be set")
                .hasMessageContaining("anuyat.base-url must be the public address")
                .hasMessageContaining("spring.mail.host must be set")
                .hasMessageContaining("must name a time-stamp authority");
    }

    @Test
    void accepts_permits_without_time_stamps_only_where_a_setting_says_so() {
        MockEnvironment without = complete();
        without.setProperty("anuyat.signing.time-stamps.authorities[0].url", "");
        assertThatCode(() -> ProductionRules.check(without.withProperty("anuyat.signing.levels.permit", "PAdES_BASELINE_B")))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> ProductionRules.check(without.withProperty("anuyat.signing.levels.permit", "PAdES_BASELINE_T")))
                .hasMessageContaining("must name a time-stamp authority");
    }

    @Test
    void accepts_an_installation_with_its_own_secrets() {
        assertThatCode(() -> ProductionRules.check(complete())).doesNotThrowAnyException();
    }

    @Test
    void refuses_what_belongs_to_demonstrations() {
        MockEnvironment environment = complete()
                .withProperty("anuyat.demonstration.password", "anuyat-demo")
                .withProperty("anuyat.payments.banks.sandbox.base-url", "http://localhost/sandbox-bank")
                .withProperty("anuyat.mailbox.enabled", "true")
                .withProperty("anuyat.signing.demonstration.enabled", "true");
        assertThatThrownBy(() -> ProductionRules.check(environment))
                .hasMessageContaining("demonstration accounts")
                .hasMessageContaining("sandbox bank")
                .hasMessageContaining("mailbox")
                .hasMessageContaining("certificates");
    }

    @Test
    void refuses_short_secrets_and_an_address_without_tls() {
        assertThatThrownBy(() -> ProductionRules.check(complete().withProperty("anuyat.identity.key", "short")))
                .hasMessageContaining("anuyat.identity.key");
        assertThatThrownBy(() -> ProductionRules.check(complete().withProperty("anuyat.base-url", "http://permits.example.go.th")))
                .hasMessageContaining("https://");
    }

    @Test
    void does_not_start_with_what_a_clone_brings() {
        SpringApplication application = new SpringApplication(Anuyat.class);
        assertThatThrownBy(() -> application.run("--anuyat.mode=production", "--anuyat.home=" + home))
                .isInstanceOf(ProductionRefusal.class);
        assertThat(home).isEmptyDirectory();
    }

    @Test
    void knows_no_third_mode() {
        assertThatThrownBy(() -> Mode.of(new MockEnvironment().withProperty("anuyat.mode", "Production")))
                .hasMessageContaining("must be demonstration or production");
    }

    @Test
    void demonstrations_make_their_secrets_once_for_their_owner_only() throws Exception {
        MockEnvironment first = demonstration();
        MockEnvironment second = demonstration();
        assertThat(first.getProperty("anuyat.identity.key")).hasSize(64).isEqualTo(second.getProperty("anuyat.identity.key"));
        assertThat(first.getProperty("anuyat.identity.signing-key"))
                .contains("\"kid\"")
                .isEqualTo(second.getProperty("anuyat.identity.signing-key"));
        Path file = home.resolve("secrets/identity.key");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).isEqualTo("rw-------");
    }

    @Test
    void demonstrations_keep_a_secret_that_was_set() {
        MockEnvironment environment =
                new MockEnvironment().withProperty("anuyat.mode", "demonstration").withProperty("anuyat.home", home.toString());
        environment.setProperty("anuyat.identity.key", "mine");
        new DemonstrationSecrets().postProcessEnvironment(environment, new SpringApplication(Anuyat.class));
        assertThat(environment.getProperty("anuyat.identity.key")).isEqualTo("mine");
    }

    private MockEnvironment demonstration() {
        MockEnvironment environment =
                new MockEnvironment().withProperty("anuyat.mode", "demonstration").withProperty("anuyat.home", home.toString());
        new DemonstrationSecrets().postProcessEnvironment(environment, new SpringApplication(Anuyat.class));
        return environment;
    }

    private static MockEnvironment complete() {
        MockEnvironment environment = new MockEnvironment()
                .withProperty("anuyat.mode", "production")
                .withProperty("anuyat.base-url", "https://permits.example.go.th")
                .withProperty("anuyat.signing.time-stamps.authorities[0].url", "https://tsa.example.go.th")
                .withProperty("spring.mail.host", "mail.example.go.th");
        DemonstrationSecrets.SETTINGS.forEach(setting -> environment.setProperty(setting, "s".repeat(32)));
        return environment;
    }
}
