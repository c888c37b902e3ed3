package org.anuyat.journeys.running;

import com.microsoft.playwright.Browser;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Those who take part in a journey. Each has a browser of their own, which is closed when the journey ends. */
public final class Visitors {

    private final String journey;
    private final Supplier<RunningApplication> application;
    private final List<Visitor> all = new ArrayList<>();

    Visitors(String journey, Supplier<RunningApplication> application) {
        this.journey = journey;
        this.application = application;
    }

    /** Somebody at a desk. */
    public Visitor comes(String name) {
        return comes(name, Device.DESK);
    }

    /** Somebody with a device. */
    public Visitor comes(String name, Device device) {
        Visitor visitor = new Visitor(
                application(),
                Chromium.started()
                        .newContext(new Browser.NewContextOptions()
                                .setLocale("th-TH")
                                .setTimezoneId("Asia/Bangkok")
                                .setViewportSize(device.width, device.height)
                                .setJavaScriptEnabled(device.script)),
                journey + "-" + name, device.script);
        all.add(visitor);
        return visitor;
    }

    /** What they visit. */
    public RunningApplication application() {
        return application.get();
    }

    /** Hands visitors to the tests, and keeps a picture of every window when one fails. */
    public static final class InJourneys implements ParameterResolver, AfterTestExecutionCallback {

        private static final ExtensionContext.Namespace HERE = ExtensionContext.Namespace.create(Visitors.class);
        private final Supplier<RunningApplication> application;

        /** They visit the one that all journeys share. */
        public InJourneys() {
            this(RunningApplication::shared);
        }

        /** They visit another one. */
        public InJourneys(Supplier<RunningApplication> application) {
            this.application = application;
        }

        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
            return parameter.getParameter().getType() == Visitors.class;
        }

        @Override
        public Visitors resolveParameter(ParameterContext parameter, ExtensionContext test) {
            Visitors visitors = new Visitors(test.getRequiredTestClass().getSimpleName(), application);
            test.getStore(HERE).put("visitors", visitors);
            return visitors;
        }

        @Override
        public void afterTestExecution(ExtensionContext test) {
            Visitors visitors = test.getStore(HERE).get("visitors", Visitors.class);
            if (visitors == null) {
                return;
            }
            boolean failed = test.getExecutionException().isPresent();
            if (failed) {
                visitors.all.forEach(visitor -> visitor.photograph("failed"));
            }
            for (Visitor visitor : visitors.all) {
                try {
                    visitor.close();
                } catch (AssertionError complaint) {
                    if (!failed) {
                        throw complaint;
                    }
                }
            }
        }
    }
}
