package org.anuyat.allinone.log;

import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;

/** A process that logs as the platform does, and a line about an application with somebody's number in it. */
final class Speaking {

    private Speaking() {}

    public static void main(String[] arguments) {
        new SpringApplicationBuilder(Speaking.class).web(WebApplicationType.NONE).run(arguments);
        MDC.put("reference", "BCDFG-23456");
        MDC.put("application", "TYM69-000001-1");
        LoggerFactory.getLogger(Speaking.class)
                .warn("1234567890121 said", new IllegalStateException("somchai@mail.example"));
    }
}
