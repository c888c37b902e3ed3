package org.anuyat.workflow.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Locale;
import org.anuyat.testing.TestPostgres;
import org.anuyat.workflow.catalogue.search.Hit;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

@SpringBootTest(classes = CatalogueTestApplication.class)
@Import(TestPostgres.class)
class ServicesTest {

    private static final Locale THAI = Locale.forLanguageTag("th");
    private static final JsonMapper JSON = new JsonMapper();

    @Autowired
    private Services services;

    @ParameterizedTest(name = "\"{0}\" finds the food licence")
    @ValueSource(
            strings = {
                "ร้านอาหาร", "อาหาร", "จำหน่ายอาหาร", "ใบอนุญาตจัดตั้งสถานที่จำหน่ายอาหาร", "ภัตตาคา", "เปิดร้านกาแฟ", "สอ.4", "สอ.๔",
                "restaurant", "RESTAURANT", "food lic", "ใบอนุญาต อาหาร", "กาแฟ"
            })
    void search_finds_thai_and_english_words_and_parts_of_words(String text) {
        assertThat(services.search(text, THAI)).extracting(hit -> hit.found().id()).containsExactly("food-licence");
    }

    @ParameterizedTest(name = "\"{0}\" finds nothing")
    @ValueSource(strings = {"", "   ", "จดทะเบียนสมรส", "zebra", "%_'\"<script>", "อาหาร zebra"})
    void search_finds_nothing_where_nothing_is(String text) {
        assertThat(services.search(text, THAI)).isEmpty();
    }

    @Test
    void what_was_looked_for_is_marked() {
        Hit<ServiceDefinition> hit = services.search("อาหาร", THAI).get(0);
        assertThat(hit.title()).filteredOn(Hit.Piece::match).extracting(Hit.Piece::text).containsOnly("อาหาร");
        assertThat(hit.title().stream().map(Hit.Piece::text).reduce("", String::concat))
                .isEqualTo(hit.found().title().th());
    }

    @Test
    void an_unknown_service_or_version_is_told() {
        assertThatThrownBy(() -> services.current("moon-licence")).isInstanceOf(NoSuchService.class);
        assertThatThrownBy(() -> services.version("food-licence", 99)).isInstanceOf(NoSuchService.class);
    }

    @ParameterizedTest(name = "{0} square metres cost {1} satang")
    @CsvSource({"200.01, 200000", "300, 200000", "300.01, 300000", "100000, 300000"})
    void the_fee_is_read_from_the_table(double area, long satang) {
        Fees fees = services.current("food-licence").fees();
        DmnEngine engine = DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();
        ObjectNode answers = JSON.createObjectNode();
        answers.putObject("place").put("areaSqm", area);

        Object fee = engine.evaluateDecisionTable(
                        engine.parseDecision(
                                fees.decision(),
                                new java.io.ByteArrayInputStream(
                                        fees.dmn().getBytes(java.nio.charset.StandardCharsets.UTF_8))),
                        fees.inputsFrom(answers))
                .getSingleResult()
                .getEntry(fees.output());

        assertThat(((Number) fee).longValue()).isEqualTo(satang);
    }

    @Test
    void documents_follow_the_answers() {
        ServiceDefinition service = services.current("food-licence");
        ObjectNode answers = JSON.createObjectNode();
        answers.putObject("place").put("ownership", "OWNER");
        answers.putObject("business").put("requestKind", "NEW");
        List<String> owner = keys(service, answers);
        answers.withObject("/place").put("ownership", "RENT");
        answers.withObject("/business").put("requestKind", "RENEWAL");

        assertThat(owner).contains("medicalCertificates").doesNotContain("placeConsent", "previousLicence");
        assertThat(keys(service, answers)).contains("placeConsent", "previousLicence").containsAll(owner);
    }

    @Test
    void the_definition_has_what_the_later_processes_need() {
        ServiceDefinition service = services.current("food-licence");
        assertThat(service.deadlines().correctionDays()).isEqualTo(15);
        assertThat(service.deadlines().decisionDays()).isEqualTo(30);
        assertThat(service.deadlines().appeal().checked()).isTrue();
        assertThat(service.approvalLevels()).extracting(ApprovalLevel::role).containsExactly("APPROVER_1", "APPROVER_2");
        assertThat(service.assurance()).isEqualTo("IAL2");
        assertThat(service.permit().publicData()).doesNotContain("citizenId", "holderNationality");
    }

    private static List<String> keys(ServiceDefinition service, ObjectNode answers) {
        return service.documentsFor(answers).stream().map(DocumentRequirement::key).toList();
    }
}
