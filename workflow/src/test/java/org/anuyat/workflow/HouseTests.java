package org.anuyat.workflow;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.base.DescribedPredicate;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.docs.Documenter;

/** Which room may know which: docs/architecture.md says it in words, this holds the code to it. */
class HouseTests {

    private static final Set<String> ROOMS = Set.of(
            "acts", "agency", "calendar", "files", "documents", "drawing", "papers", "thai", "language", "places", "worklist",
            "catalogue", "identity", "submission", "review", "copies", "approval", "payment", "issuance", "delivery",
            "tracking", "registry", "audit", "process");

    private static final ApplicationModules HOUSE = ApplicationModules.of("org.anuyat.workflow");

    private static final JavaClasses CODE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.anuyat.workflow");

    @Test
    void all_rooms_are_there_and_no_others() {
        assertThat(HOUSE.stream().map(module -> module.getIdentifier().toString()))
                .containsExactlyInAnyOrderElementsOf(ROOMS);
    }

    @Test
    void each_room_knows_only_the_rooms_that_it_declares() {
        HOUSE.verify();
    }

    @Test
    void each_room_declares_what_it_may_know() {
        assertThat(HOUSE.stream()
                        .filter(module -> !module.getIdentifier().toString().equals("process"))
                        .filter(module -> module.getBasePackage()
                                .findAnnotation(org.springframework.modulith.ApplicationModule.class)
                                .map(declared -> declared.allowedDependencies().length == 1
                                        && declared.allowedDependencies()[0].equals(
                                                org.springframework.modulith.ApplicationModule.OPEN_TOKEN))
                                .orElse(true))
                        .map(ApplicationModule::getDisplayName))
                .isEmpty();
    }

    @Test
    void the_house_can_be_drawn() {
        new Documenter(HOUSE).writeModulesAsPlantUml().writeIndividualModulesAsPlantUml();
    }

    @Test
    void only_the_process_room_knows_the_engine() {
        noClasses()
                .that().resideOutsideOfPackage("org.anuyat.workflow.process..")
                .should().dependOnClassesThat().resideInAnyPackage("org.camunda..")
                .check(CODE);
        classes()
                .that().haveSimpleName("Cases")
                .should().resideInAPackage("org.anuyat.workflow.process")
                .check(CODE);
    }

    @Test
    void nobody_knows_the_process_room() {
        noClasses()
                .that().resideOutsideOfPackage("org.anuyat.workflow.process..")
                .should().dependOnClassesThat().resideInAPackage("org.anuyat.workflow.process..")
                .check(CODE);
    }

    @Test
    void the_domain_knows_no_web_page() {
        noClasses()
                .should().dependOnClassesThat().resideInAnyPackage(
                        "jakarta.servlet..", "org.springframework.web.servlet..", "org.springframework.web.bind..",
                        "org.springframework.web.multipart..", "org.thymeleaf..", "org.springframework.security.web..")
                .check(CODE);
    }

    @Test
    void time_comes_from_the_clock_that_was_handed_in() {
        DescribedPredicate<JavaCall<?>> now = DescribedPredicate.describe(
                "now() without a clock",
                call -> call.getName().equals("now")
                        && call.getTarget().getRawParameterTypes().isEmpty()
                        && Set.of(Instant.class, LocalDate.class, LocalDateTime.class, OffsetDateTime.class,
                                        ZonedDateTime.class)
                                .stream()
                                .anyMatch(type -> call.getTargetOwner().isEquivalentTo(type)));
        noClasses().should().callMethodWhere(now.forSubtype()).check(CODE);
        noClasses().should().callMethod(System.class, "currentTimeMillis").check(CODE);
    }
}
