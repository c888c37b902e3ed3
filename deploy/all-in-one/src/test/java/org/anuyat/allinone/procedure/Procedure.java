package org.anuyat.allinone.procedure;

import org.anuyat.allinone.Anuyat;
import org.anuyat.allinone.people.Applying;
import org.anuyat.allinone.people.Platform;
import org.anuyat.workflow.identity.Person;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.boot.test.context.SpringBootTest;

/** A case from the beginning, and everybody who has to do with it. */
@SpringBootTest(
        classes = Anuyat.class,
        webEnvironment = SpringBootTest.WebEnvironment.DEFINED_PORT,
        properties = "anuyat.confirmation.codes-per-hour=1000")
abstract class Procedure extends Platform {

    Person somchai;

    @BeforeEach
    void people() {
        somchai = watch.person("somchai");
    }

    /** An application that has all approvals and whose fee is asked for. */
    String approved() {
        String number = applying.apply(somchai, Applying.restaurant());
        officers.grant(number);
        return number;
    }
}
