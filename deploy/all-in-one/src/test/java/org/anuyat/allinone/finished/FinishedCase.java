package org.anuyat.allinone.finished;

import org.anuyat.allinone.Anuyat;
import org.anuyat.allinone.people.Pages;
import org.anuyat.allinone.people.Platform;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** What stands around a case that has ended with a permit; all classes look at the same one. */
@SpringBootTest(
        classes = Anuyat.class,
        webEnvironment = SpringBootTest.WebEnvironment.DEFINED_PORT,
        properties = {
            "anuyat.messages.strict=true",
            "anuyat.raising.first-pause=3s",
            "anuyat.signing.validation.threads=1",
            "anuyat.signing.validation.waiting=1"
        })
@Import(PermittedCase.class)
abstract class FinishedCase extends Platform {

    @Autowired
    Pages pages;

    @Autowired
    PermittedCase permitted;

    String number = "";
    byte[] permit = {};

    @BeforeEach
    void aCaseEndedWithAPermit() throws Exception {
        permitted.reach();
        number = permitted.number();
        permit = permitted.permit();
    }

    @AfterEach
    void nobodyIsSignedIn() {
        pages.signOut();
    }

    /** Has a file verified as anybody can. */
    MvcTestResult upload(byte[] content) {
        return pages.upload("/verify/document", new MockMultipartFile("document", "permit.pdf", "application/pdf", content));
    }
}
