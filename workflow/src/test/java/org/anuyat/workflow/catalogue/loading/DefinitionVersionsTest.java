package org.anuyat.workflow.catalogue.loading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.TreeMap;
import org.anuyat.testing.TestPostgres;
import org.anuyat.workflow.catalogue.CatalogueTestApplication;
import org.anuyat.workflow.catalogue.ServiceDefinition;
import org.anuyat.workflow.catalogue.Services;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

@SpringBootTest(classes = CatalogueTestApplication.class)
@Import(TestPostgres.class)
class DefinitionVersionsTest {

    @Autowired
    private ServiceVersions versions;

    @Autowired
    private DefinitionReader reader;

    @Autowired
    private Services services;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void the_same_files_stay_the_same_version_and_changed_ones_become_the_next() {
        ServiceFolder folder = changed("service.json", "\"days\": 30", "\"days\": 30 ");
        ServiceFolder tested = new ServiceFolder("version-test", folder.files());

        assertThat(versions.register(tested)).isEqualTo(1);
        assertThat(versions.register(tested)).isEqualTo(1);
        assertThat(versions.register(new ServiceFolder("version-test", original().files()))).isEqualTo(2);
        assertThat(versions.register(tested)).isEqualTo(3);
        assertThat(services.version("version-test", 2).title())
                .isEqualTo(services.current("food-licence").title());
    }

    @Test
    void an_old_version_stays_as_it_was() {
        ServiceFolder old = new ServiceFolder(
                "renamed-test", changed("service.json", "สถานที่สะสมอาหาร (พื้นที่", "สถานที่เก็บอาหาร (พื้นที่").files());
        versions.register(old);
        versions.register(new ServiceFolder("renamed-test", original().files()));

        ServiceDefinition first = services.version("renamed-test", 1);

        assertThat(first.title().th()).contains("สถานที่เก็บอาหาร");
        assertThat(first.version()).isEqualTo(1);
        assertThatThrownBy(() -> jdbc.sql("update service_version set sha256 = repeat('0', 64)").update())
                .hasMessageContaining("stays as it was");
    }

    @ParameterizedTest(name = "{0}: {2} is refused at {3}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    service.json | "agency": "TYM"              | "agency": "XXX"              | /agency
                    service.json | "assurance": "IAL2"          | "assurance": "IAL9"          | /assurance
                    service.json | "areaSqm": "/place/areaSqm"  | "areaSqm": "/place/size"     | /fees/inputs/areaSqm
                    service.json | "oneTimeCode": true,         | "oneTimeCode": true, "x": 1, | /x
                    service.json | "decision": "foodLicenceFee" | "decision": "otherFee"       | /fees/decision
                    service.json | "document": "idCard"         | "document": "noCard"         | /checklist/documentIdCard
                    service.json | "officerSignature": "DIGITAL" | "officerSignature": "SEAL"  | /permit/officerSignature
                    documents/permit.html | data-field="approver" | data-field="other"         | /permit/officerSignature
                    manual.json  | "totalDays": 30              | "totalDays": 31              | /totalDays
                    manual.json  | "online": true               | "online": "yes"              | /channels/0/online
                    form.ui.json | "width": 3                   | "colour": 3                  | /options/colour
                    service.json | "fees.dmn"                   | "other.dmn"                  | other.dmn
                    service.json | "inspection": true,          | "inspection": true           | line
                    """)
    void a_bad_definition_is_refused_with_file_place_and_reason(
            String file, String text, String replacement, String place) {
        assertThatThrownBy(() -> reader.read(changed(file, text, replacement), 0))
                .isInstanceOf(BadDefinition.class)
                .hasMessageContaining("services/food-licence/")
                .hasMessageContaining(place);
    }

    private static ServiceFolder original() {
        return ServiceFolder.onClassPath().stream()
                .filter(folder -> folder.id().equals("food-licence"))
                .findFirst()
                .orElseThrow();
    }

    private static ServiceFolder changed(String file, String text, String replacement) {
        Map<String, String> files = new TreeMap<>(original().files());
        assertThat(files.get(file)).contains(text);
        files.put(file, files.get(file).replace(text, replacement));
        return new ServiceFolder("food-licence", files);
    }
}
