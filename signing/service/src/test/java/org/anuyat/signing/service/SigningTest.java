package org.anuyat.signing.service;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;

/** Runs a test inside the service in demonstration mode, without HTTP. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        classes = SigningService.class,
        webEnvironment = SpringBootTest.WebEnvironment.NONE,
        properties = {
            "anuyat.mode=demonstration",
            "anuyat.signing.home=target/signing-test/${random.uuid}",
            "anuyat.signing.demonstration.agencies.bma=สำนักงานเขตป้อมปราบศัตรูพ่าย",
            "anuyat.signing.demonstration.positions.bma.nayok=นายกเทศมนตรี"
        })
@interface SigningTest {}
