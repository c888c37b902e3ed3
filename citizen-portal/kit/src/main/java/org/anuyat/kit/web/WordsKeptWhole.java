package org.anuyat.kit.web;

import java.util.List;
import java.util.Set;
import org.anuyat.workflow.thai.WholeWords;
import org.thymeleaf.context.ITemplateContext;
import org.thymeleaf.engine.AbstractTemplateHandler;
import org.thymeleaf.model.ICloseElementTag;
import org.thymeleaf.model.IModelFactory;
import org.thymeleaf.model.IOpenElementTag;
import org.thymeleaf.model.IText;

/** Puts {@link WholeWords} of a page into elements within which no browser ends a line. Thymeleaf makes one for each page. */
public final class WordsKeptWhole extends AbstractTemplateHandler {

    /** Elements that hold text alone. */
    private static final Set<String> WITHOUT_ELEMENTS = Set.of("title", "textarea", "option", "script", "style");

    private IModelFactory elements;
    private int textAlone;

    /** Called by Thymeleaf. */
    public WordsKeptWhole() {
    }

    @Override
    public void setContext(ITemplateContext context) {
        super.setContext(context);
        elements = context.getModelFactory();
    }

    @Override
    public void handleOpenElement(IOpenElementTag tag) {
        if (WITHOUT_ELEMENTS.contains(tag.getElementCompleteName())) {
            textAlone++;
        }
        super.handleOpenElement(tag);
    }

    @Override
    public void handleCloseElement(ICloseElementTag tag) {
        if (WITHOUT_ELEMENTS.contains(tag.getElementCompleteName())) {
            textAlone--;
        }
        super.handleCloseElement(tag);
    }

    @Override
    public void handleText(IText text) {
        List<WholeWords.Place> places = textAlone > 0 ? List.of() : WholeWords.in(text);
        // a ready-made piece of markup, such as a drawing, comes as one text, too
        if (places.isEmpty() || text.getText().indexOf('<') >= 0) {
            super.handleText(text);
            return;
        }
        int from = 0;
        for (WholeWords.Place place : places) {
            between(text, from, place.start());
            super.handleOpenElement(elements.createOpenElementTag("span", "class", "kit-word"));
            between(text, place.start(), place.end());
            super.handleCloseElement(elements.createCloseElementTag("span"));
            from = place.end();
        }
        between(text, from, text.length());
    }

    private void between(IText text, int start, int end) {
        if (start < end) {
            super.handleText(elements.createText(text.subSequence(start, end)));
        }
    }
}
