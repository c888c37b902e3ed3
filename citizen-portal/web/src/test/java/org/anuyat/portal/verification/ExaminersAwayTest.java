package org.anuyat.portal.verification;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import org.anuyat.signing.api.RemoteSigning;
import org.anuyat.signing.api.SigningProblem;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.web.client.RestClient;
import org.springframework.web.servlet.ModelAndView;

/** What is said about a file when the process that examines files is busy, slow or gone. */
class ExaminersAwayTest {

    private HttpServer examiners;

    @BeforeEach
    void start() throws IOException {
        examiners = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        examiners.start();
    }

    @AfterEach
    void stop() {
        examiners.stop(0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"th", "en"})
    void too_many_at_once(String language) throws IOException {
        answer(503, "{\"type\":\"%s\",\"status\":503}".formatted(SigningProblem.BUSY.type()));
        asksToComeBack(language);
    }

    @Test
    void something_between_that_gave_up_waiting() throws IOException {
        answer(504, "");
        asksToComeBack("th");
    }

    @Test
    void no_answer_in_time() throws IOException {
        examiners.createContext("/", exchange -> {});
        asksToComeBack("th");
    }

    @Test
    void nobody_there() throws IOException {
        examiners.stop(0);
        asksToComeBack("th");
    }

    private void answer(int status, String problem) {
        examiners.createContext("/", exchange -> {
            byte[] body = problem.getBytes(StandardCharsets.UTF_8);
            exchange.getRequestBody().readAllBytes();
            exchange.getResponseHeaders().add("Content-Type", "application/problem+json");
            exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
    }

    private void asksToComeBack(String language) throws IOException {
        MockHttpServletResponse response = new MockHttpServletResponse();
        ModelAndView page = controller()
                .examine(
                        new MockMultipartFile("document", "permit.pdf", "application/pdf", "%PDF-1.7".getBytes(StandardCharsets.US_ASCII)),
                        Locale.forLanguageTag(language),
                        response);
        assertThat(page.getViewName()).isEqualTo("portal/verification/busy");
        assertThat(page.getStatus()).isEqualTo(HttpStatus.SERVICE_UNAVAILABLE);
        assertThat(response.getHeader("Retry-After")).isEqualTo("60");
    }

    private DocumentController controller() {
        ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
        messages.setBasename("messages/verify");
        messages.setDefaultEncoding("UTF-8");
        JdkClientHttpRequestFactory http = new JdkClientHttpRequestFactory();
        http.setReadTimeout(Duration.ofMillis(500));
        RemoteSigning signing = new RemoteSigning(RestClient.builder()
                .requestFactory(http)
                .baseUrl("http://localhost:" + examiners.getAddress().getPort()));
        VerificationController questions = new VerificationController(null, null, signing.tokens(), messages);
        return new DocumentController(signing.validation(), null, null, questions, messages);
    }
}
