package org.anuyat.kit;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.ServletContext;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.thymeleaf.TemplateEngine;
import org.thymeleaf.TemplateSpec;
import org.thymeleaf.context.WebContext;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.web.servlet.JakartaServletWebApplication;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Compares what our fragments render with the HTML that govuk-frontend publishes for each of its components. */
final class Golden {

    private static final String COMPONENTS = "/META-INF/resources/webjars/govuk-frontend/5.14.0/dist/govuk/components/";

    private final TemplateEngine templates;
    private final ServletContext servlets;

    Golden(TemplateEngine templates, ServletContext servlets) {
        this.templates = templates;
        this.servlets = servlets;
    }

    /** What the fragment renders in English, with those arguments. */
    Element rendered(String template, String fragment, Map<String, Object> arguments) {
        JakartaServletWebApplication application = JakartaServletWebApplication.buildApplication(servlets);
        WebContext context = new WebContext(application.buildExchange(
                new MockHttpServletRequest(servlets, "GET", "/"), new MockHttpServletResponse()), Locale.ENGLISH, arguments);
        return Jsoup.parseBodyFragment(templates.process(
                new TemplateSpec(template, Set.of(fragment), TemplateMode.HTML, null), context)).body();
    }

    /** The published HTML of the component's fixture of that name. */
    static Element published(String component, String fixture) throws IOException {
        try (InputStream json = Golden.class.getResourceAsStream(COMPONENTS + component + "/fixtures.json")) {
            assertThat(json).as("fixtures of %s", component).isNotNull();
            for (JsonNode candidate : JsonMapper.shared().readTree(json).path("fixtures")) {
                if (candidate.path("name").asString().equals(fixture)) {
                    return Jsoup.parseBodyFragment(candidate.path("html").asString()).body();
                }
            }
            throw new IllegalArgumentException(component + " has no fixture " + fixture);
        }
    }

    /** The element with what doesn't matter removed: order of attributes and classes, white space, our translations for the script. */
    static String normalised(Node node) {
        StringBuilder text = new StringBuilder();
        append(node, 0, text);
        return text.toString();
    }

    private static void append(Node node, int depth, StringBuilder text) {
        if (node instanceof TextNode words) {
            if (!words.isBlank()) {
                text.append("  ".repeat(depth)).append(words.text().strip()).append('\n');
            }
        } else if (node instanceof Element element) {
            text.append("  ".repeat(depth)).append(element.normalName()).append(attributes(element)).append('\n');
            element.childNodes().forEach(child -> append(child, depth + 1, text));
        }
    }

    private static String attributes(Element element) {
        TreeMap<String, String> attributes = new TreeMap<>();
        element.attributes().forEach(attribute -> attributes.put(attribute.getKey(), attribute.getValue()));
        attributes.keySet().removeIf(name -> name.startsWith("data-i18n."));
        attributes.computeIfPresent("class", (name, value) -> String.join(" ", new TreeSet<>(element.classNames())));
        Set.of("checked", "selected", "multiple").forEach(name -> attributes.computeIfPresent(name, (key, value) -> ""));
        return attributes.entrySet().stream().map(a -> " " + a.getKey() + "=" + a.getValue()).collect(Collectors.joining());
    }
}
