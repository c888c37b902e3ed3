package org.anuyat.allinone.procedure;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.List;
import org.anuyat.allinone.people.Applying;
import org.anuyat.allinone.people.Watch;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;

/** What the engine's jobs write into the log. */
class JobLogTests extends Procedure {

    @Test
    void what_jobs_log_names_the_application() {
        Logger statements = (Logger) LoggerFactory.getLogger(JdbcTemplate.class);
        ListAppender<ILoggingEvent> heard = new ListAppender<>() {
            @Override
            protected void append(ILoggingEvent line) {
                // a line asks its thread for the names it bears when it is first asked itself
                line.prepareForDeferredProcessing();
                super.append(line);
            }
        };
        heard.start();
        statements.addAppender(heard);
        statements.setLevel(Level.DEBUG);
        statements.setAdditive(false);
        try {
            String number = applying.apply(somchai, Applying.restaurant());
            Watch.until(() -> List.copyOf(heard.list).stream()
                    .anyMatch(line -> line.getThreadName().startsWith("process-job-")
                            && line.getFormattedMessage().contains("insert into acknowledgement")
                            && number.equals(line.getMDCPropertyMap().get("application"))));
            Watch.until(() -> List.copyOf(heard.list).stream()
                    .anyMatch(line -> line.getFormattedMessage().contains("insert into worklist_task")
                            && number.equals(line.getMDCPropertyMap().get("application"))));
        } finally {
            statements.setAdditive(true);
            statements.setLevel(null);
            statements.detachAppender(heard);
        }
    }
}
