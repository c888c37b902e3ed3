package org.anuyat.kit.web;

import java.util.Map;
import java.util.regex.Pattern;
import org.thymeleaf.context.ITemplateContext;
import org.thymeleaf.engine.AttributeName;
import org.thymeleaf.model.IProcessableElementTag;
import org.thymeleaf.processor.element.AbstractAttributeTagProcessor;
import org.thymeleaf.processor.element.IElementTagStructureHandler;
import org.thymeleaf.standard.expression.StandardExpressions;
import org.thymeleaf.templatemode.TemplateMode;

/** {@code kit:attributes="${map}"} sets all attributes of the map; form definitions bring attributes that no template knows. */
final class AttributesProcessor extends AbstractAttributeTagProcessor {

    private static final int AFTER_STANDARD_ATTRIBUTES = 1400;
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]*");

    AttributesProcessor(String prefix) {
        super(TemplateMode.HTML, prefix, null, false, "attributes", true, AFTER_STANDARD_ATTRIBUTES, true);
    }

    @Override
    protected void doProcess(ITemplateContext context, IProcessableElementTag tag, AttributeName name, String expression,
            IElementTagStructureHandler structure) {
        Object value = StandardExpressions.getExpressionParser(context.getConfiguration())
                .parseExpression(context, expression).execute(context);
        if (value instanceof Map<?, ?> attributes) {
            attributes.forEach((attribute, text) -> structure.setAttribute(safe(attribute.toString()), escaped(text.toString())));
        }
    }

    /** A form definition is data that officers edit: no event handlers from there. */
    private static String safe(String attribute) {
        if (!NAME.matcher(attribute).matches() || attribute.startsWith("on") || attribute.equals("style")) {
            throw new IllegalArgumentException("not an attribute for a control: " + attribute);
        }
        return attribute;
    }

    private static String escaped(String text) {
        return org.unbescape.html.HtmlEscape.escapeHtml4Xml(text);
    }
}
