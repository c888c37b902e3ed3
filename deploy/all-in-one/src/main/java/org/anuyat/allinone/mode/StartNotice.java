package org.anuyat.allinone.mode;

import java.util.stream.Collectors;
import org.anuyat.accounts.password.DemonstrationPasswords;
import org.anuyat.signin.Realm;
import org.anuyat.workflow.identity.DemonstrationAccounts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Says at start what to open, and in demonstration mode who can sign in. */
@Component
class StartNotice {

    private static final Logger log = LoggerFactory.getLogger("anuyat");

    private final Environment environment;
    private final ObjectProvider<DemonstrationPasswords> demonstration;

    StartNotice(Environment environment, ObjectProvider<DemonstrationPasswords> demonstration) {
        this.environment = environment;
        this.demonstration = demonstration;
    }

    @EventListener(ApplicationReadyEvent.class)
    void ready() {
        String url = environment.getProperty("anuyat.base-url", "http://localhost:" + environment.getProperty("local.server.port"));
        StringBuilder notice = new StringBuilder("Anuyat is ready.%n%n  Citizens      %s/%n  Back office   %s/backoffice%n".formatted(url, url));
        demonstration.ifAvailable(passwords -> notice.append("  Mailbox       %s/mailbox%n  Sandbox bank  %s/sandbox-bank%n".formatted(url, url))
                .append("%n  Demonstration mode: nothing here has legal effect. Everybody's password is %s%n".formatted(passwords.password()))
                .append(table("Citizens", passwords, Realm.CITIZEN))
                .append(table("Officers", passwords, Realm.OFFICER)));
        log.info("{}", notice);
    }

    private static String table(String heading, DemonstrationPasswords passwords, Realm realm) {
        return passwords.accounts(realm).stream()
                .map(StartNotice::line)
                .collect(Collectors.joining("", "%n  %s%n".formatted(heading), ""));
    }

    private static String line(DemonstrationAccounts.Entry account) {
        return "    %-9s %s%n".formatted(account.username(), account.purposeEn());
    }
}
