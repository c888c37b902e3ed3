package org.anuyat.allinone;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;

/** Starts the whole platform in one process. */
@SpringBootApplication(
        scanBasePackages = "org.anuyat",
        // rooms name their beans without knowing each other: "confirmation" is one here and another there
        nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class)
public class Anuyat {

    public static void main(String[] args) {
        SpringApplication.run(Anuyat.class, args);
    }
}
