package org.anuyat.workflow.papers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.anuyat.testing.TestPostgres;
import org.anuyat.workflow.files.Files;
import org.anuyat.workflow.files.StoredFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;
import org.springframework.context.event.EventListener;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;

/** Papers between being made and being sealed; the seal itself is examined where the signing service runs. */
@SpringBootTest(classes = PapersTest.Room.class)
class PapersTest {

    private static final Instant NOW = Instant.parse("2026-11-23T02:00:00Z");
    private static final String MADE = "%PDF-1.7 as it was made";

    @TempDir
    static Path home;

    @Autowired
    Papers papers;

    @Autowired
    PaperRaising raising;

    @Autowired
    Files files;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Service service;

    @DynamicPropertySource
    static void home(DynamicPropertyRegistry registry) {
        registry.add("anuyat.home", () -> home.toString());
    }

    @Test
    void a_paper_is_given_out_at_once_and_its_sealed_form_as_soon_as_there_is_one() throws IOException {
        StoredFile paper = ordered("TYM69-000001-1");
        assertThat(service.ordered).contains(new SealOrdered(paper.id()));
        assertThat(papers.latest(paper.id())).isEqualTo(paper.id());
        service.down = true;
        assertThatThrownBy(() -> papers.seal(paper.id())).hasMessage("the signing service is down");
        assertThat(papers.latest(paper.id())).isEqualTo(paper.id());
        service.down = false;

        papers.seal(paper.id());

        StoredFile sealed = files.find(papers.latest(paper.id())).orElseThrow();
        assertThat(sealed.name()).isEqualTo(paper.name());
        try (InputStream content = files.open(sealed.id())) {
            assertThat(content).asString(StandardCharsets.UTF_8).isEqualTo(MADE + " sealed");
        }
        assertThat(service.deeds).filteredOn(deed -> deed.applicationNumber().equals("TYM69-000001-1")).singleElement().satisfies(deed -> {
            assertThat(deed.name()).isEqualTo("papers.Sealed");
            assertThat(deed.details())
                    .containsEntry("paper", "ACKNOWLEDGEMENT")
                    .containsEntry("unsealedSha256", paper.sha256())
                    .containsEntry("documentSha256", sealed.sha256());
        });
    }

    @Test
    void sealing_again_changes_nothing() {
        StoredFile paper = ordered("TYM69-000002-1");
        papers.seal(paper.id());
        UUID sealed = papers.latest(paper.id());

        papers.seal(paper.id());

        assertThat(papers.latest(paper.id())).isEqualTo(sealed);
        assertThat(service.deeds).filteredOn(deed -> deed.applicationNumber().equals("TYM69-000002-1")).hasSize(1);
    }

    @Test
    void what_the_signing_service_adds_takes_the_place_of_the_paper_and_nothing_else_does() throws IOException {
        UUID raised = sealed("TYM69-000004-1");
        UUID other = sealed("TYM69-000005-1");
        UUID plain = sealed("TYM69-000006-1");
        UUID before = papers.latest(raised);
        service.additions.put("paper/" + raised, MADE + " sealed and stamped");
        service.additions.put("paper/" + other, "%PDF-1.7 something else");

        assertThat(raising.lookAgain(Duration.ofSeconds(10))).isGreaterThanOrEqualTo(3);

        assertThat(text(papers.latest(raised))).isEqualTo(MADE + " sealed and stamped");
        assertThat(files.find(before)).isEmpty();
        assertThat(text(papers.latest(other))).isEqualTo(MADE + " sealed");
        assertThat(text(papers.latest(plain))).isEqualTo(MADE + " sealed");
        assertThat(service.raised).singleElement().satisfies(deed -> {
            assertThat(deed.applicationNumber()).isEqualTo("TYM69-000004-1");
            assertThat(deed.details())
                    .containsEntry("documentSha256", files.find(papers.latest(raised)).orElseThrow().sha256());
        });
        assertThat(raising.lookAgain(Duration.ofSeconds(10))).as("not again at once").isZero();
    }

    private UUID sealed(String number) {
        UUID paper = ordered(number).id();
        papers.seal(paper);
        return paper;
    }

    private String text(UUID file) throws IOException {
        try (InputStream content = files.open(file)) {
            return new String(content.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void papers_from_before_stay_as_they_are_and_an_order_belongs_to_the_keeping() {
        StoredFile old = files.keep(content(), "old.pdf", "application/pdf", "TYM");

        assertThat(papers.latest(old.id())).isEqualTo(old.id());
        assertThatThrownBy(() -> papers.order(PaperKind.ORDER, old, "TYM69-000003-1"))
                .isInstanceOf(IllegalTransactionStateException.class);
    }

    private StoredFile ordered(String number) {
        return transaction.execute(status -> {
            StoredFile paper = files.keep(content(), "acknowledgement-" + number + ".pdf", "application/pdf", "TYM");
            papers.order(PaperKind.ACKNOWLEDGEMENT, paper, number);
            return paper;
        });
    }

    private static InputStream content() {
        return new ByteArrayInputStream(MADE.getBytes(StandardCharsets.UTF_8));
    }

    /** A signing service whose seal is a word, and whoever listens. */
    static class Service implements PaperSeal {

        final List<SealOrdered> ordered = new ArrayList<>();
        final List<Sealed> deeds = new ArrayList<>();
        final List<PaperRaised> raised = new ArrayList<>();
        final Map<String, String> additions = new HashMap<>();
        boolean down;

        @Override
        public Further further(String key, String sha256) {
            String addition = additions.get(key);
            return addition == null
                    ? new Further(false, true, null)
                    : new Further(true, true, addition.getBytes(StandardCharsets.UTF_8));
        }

        @EventListener
        void hear(PaperRaised deed) {
            raised.add(deed);
        }

        @Override
        public SealedPaper seal(String key, String agency, PaperKind kind, byte[] pdf, String reason) {
            if (down) {
                throw new IllegalStateException("the signing service is down");
            }
            String text = new String(pdf, StandardCharsets.UTF_8);
            return new SealedPaper((text + " sealed").getBytes(StandardCharsets.UTF_8), agency, NOW);
        }

        @EventListener
        void hear(SealOrdered event) {
            ordered.add(event);
        }

        @EventListener
        void hear(Sealed deed) {
            deeds.add(deed);
        }
    }

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @ComponentScan(
            basePackages = {"org.anuyat.workflow.files", "org.anuyat.workflow.papers"},
            excludeFilters = @Filter(type = FilterType.REGEX, pattern = ".*Test.*"))
    @Import(TestPostgres.class)
    static class Room {

        @Bean
        Clock clock() {
            return Clock.fixed(NOW, ZoneOffset.UTC);
        }

        @Bean
        Service service() {
            return new Service();
        }
    }
}
