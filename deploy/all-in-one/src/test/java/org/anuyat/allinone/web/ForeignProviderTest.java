package org.anuyat.allinone.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.anuyat.allinone.Anuyat;
import org.anuyat.allinone.web.Browser.Page;
import org.anuyat.testing.FreePort;
import org.anuyat.testing.TestPostgres;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Citizens are proven by somebody else's OpenID provider, and only settings say so. */
@SpringBootTest(
        classes = Anuyat.class,
        webEnvironment = SpringBootTest.WebEnvironment.DEFINED_PORT,
        properties = "anuyat.home=target/foreign-provider-test")
@Import({TestPostgres.class, WhoAmI.class})
class ForeignProviderTest {

    private static final int PORT = FreePort.find();
    private static final ConfigurableApplicationContext PROVIDER = ForeignProvider.start(PORT);
    private static final String ISSUER =
            "http://localhost:" + PROVIDER.getEnvironment().getRequiredProperty("local.server.port");

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry settings) {
        settings.add("server.port", () -> PORT);
        settings.add("anuyat.identity.citizen.issuer", () -> ISSUER);
        settings.add("anuyat.identity.citizen.client-id", () -> ForeignProvider.CLIENT);
        settings.add("anuyat.identity.citizen.client-secret", () -> ForeignProvider.SECRET);
    }

    @AfterAll
    static void stop() {
        PROVIDER.close();
    }

    @Test
    void a_citizen_signs_in_there_and_is_known_here() {
        Browser browser = new Browser(PORT);
        Page login = browser.open("/account/test/me");
        assertThat(login.address()).hasToString(ISSUER + "/login");
        Page page = browser.signInOn(login, "4711", "anong");
        assertThat(page.path()).startsWith("/account/test/me");
        assertThat(page.text()).isEqualTo("citizen นางสาวอนงค์ ต่างระบบ IAL2.3");
        assertThat(browser.open("/services/food-licence/start").text()).contains("เริ่มยื่นคำขอ", "อนงค์");

        Page left = browser.signOut("/services/food-licence/start", "/sign-out");
        assertThat(left.status()).as(left.toString()).isEqualTo(200);
        assertThat(browser.open("/services/test/me").text()).isEqualTo("nobody");
        assertThat(browser.open("/account/test/me").address()).as("signed out there, too").hasToString(ISSUER + "/login");
    }

    @Test
    void forms_may_end_at_the_provider_for_signing_out() {
        assertThat(new Browser(PORT).open("/").contentPolicy()).contains("form-action 'self' " + ISSUER + ";");
    }

    @Test
    void officers_stay_with_the_embedded_provider() {
        assertThat(new Browser(PORT).signIn("/backoffice/test/me", "rap", "anuyat-demo").text()).startsWith("officer rap");
    }
}
