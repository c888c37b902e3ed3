package org.anuyat.allinone.people;

import org.anuyat.testing.FreePort;
import org.anuyat.testing.TestHome;
import org.anuyat.testing.TestPostgres;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/**
 * The platform as it starts, with nothing replaced, on a port and in a folder of its own. Classes that ask for the same settings
 * share one.
 */
@Import({TestPostgres.class, Applying.class, Officers.class, Bank.class, Watch.class, Pages.class})
public abstract class Platform {

    @Autowired
    protected Applying applying;

    @Autowired
    protected Officers officers;

    @Autowired
    protected Bank bank;

    @Autowired
    protected Watch watch;

    @DynamicPropertySource
    static void ground(DynamicPropertyRegistry registry) {
        int port = FreePort.find();
        registry.add("server.port", () -> port);
        String home = TestHome.create().toString();
        registry.add("anuyat.home", () -> home);
    }
}
