package org.anuyat.allinone;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts the whole platform in one process. */
@SpringBootApplication(scanBasePackages = "org.anuyat")
public class Anuyat {

    public static void main(String[] args) {
        SpringApplication.run(Anuyat.class, args);
    }
}
