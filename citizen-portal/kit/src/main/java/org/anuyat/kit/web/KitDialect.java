package org.anuyat.kit.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Set;
import org.anuyat.kit.Site;
import org.anuyat.kit.text.Formats;
import org.jspecify.annotations.Nullable;
import org.thymeleaf.context.IExpressionContext;
import org.thymeleaf.context.IWebContext;
import org.thymeleaf.dialect.AbstractDialect;
import org.thymeleaf.dialect.IExpressionObjectDialect;
import org.thymeleaf.dialect.IPostProcessorDialect;
import org.thymeleaf.dialect.IProcessorDialect;
import org.thymeleaf.expression.IExpressionObjectFactory;
import org.thymeleaf.postprocessor.IPostProcessor;
import org.thymeleaf.postprocessor.PostProcessor;
import org.thymeleaf.processor.IProcessor;
import org.thymeleaf.standard.StandardDialect;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.web.servlet.IServletWebExchange;

/**
 * What templates may use beyond Thymeleaf's own: {@code #kit} (the frame of the page), {@code #format} (dates, amounts and
 * numbers in the reader's language) and the attribute {@code kit:attributes}. What they make is looked through for words to keep whole.
 */
final class KitDialect extends AbstractDialect implements IExpressionObjectDialect, IPostProcessorDialect, IProcessorDialect {

    private static final String FRAME = "kit";
    private static final String FORMAT = "format";

    private final KitProperties properties;
    private final List<Site> sites;

    KitDialect(KitProperties properties, List<Site> sites) {
        super("Anuyat page kit");
        this.properties = properties;
        this.sites = List.copyOf(sites);
    }

    @Override
    public String getPrefix() {
        return "kit";
    }

    @Override
    public int getDialectProcessorPrecedence() {
        return StandardDialect.PROCESSOR_PRECEDENCE;
    }

    @Override
    public Set<IProcessor> getProcessors(String prefix) {
        return Set.of(new AttributesProcessor(prefix));
    }

    @Override
    public int getDialectPostProcessorPrecedence() {
        return StandardDialect.PROCESSOR_PRECEDENCE;
    }

    @Override
    public Set<IPostProcessor> getPostProcessors() {
        return Set.of(new PostProcessor(TemplateMode.HTML, WordsKeptWhole.class, StandardDialect.PROCESSOR_PRECEDENCE));
    }

    @Override
    public IExpressionObjectFactory getExpressionObjectFactory() {
        return new IExpressionObjectFactory() {
            @Override
            public Set<String> getAllExpressionObjectNames() {
                return Set.of(FRAME, FORMAT);
            }

            @Override
            public @Nullable Object buildObject(IExpressionContext context, String name) {
                Language language = Language.of(context.getLocale());
                return switch (name) {
                    case FORMAT -> new Formats(language.locale());
                    case FRAME -> context instanceof IWebContext web
                            && web.getExchange() instanceof IServletWebExchange exchange
                            && exchange.getNativeRequestObject() instanceof HttpServletRequest request
                            ? new Frame(properties, sites, request, language)
                            : null;
                    default -> null;
                };
            }

            @Override
            public boolean isCacheable(String name) {
                return true;
            }
        };
    }
}
