package org.anuyat.portal.application.correction;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.anuyat.kit.Field;
import org.anuyat.kit.Option;
import org.anuyat.kit.Problem;
import org.anuyat.kit.part.Tag.Colour;
import org.anuyat.kit.part.Tag;
import org.anuyat.kit.part.Task;
import org.anuyat.portal.application.Words;
import org.anuyat.portal.security.CurrentCitizen;
import org.anuyat.workflow.catalogue.DocumentRequirement;
import org.anuyat.workflow.catalogue.ServiceDefinition;
import org.anuyat.workflow.catalogue.form.control.Control;
import org.anuyat.workflow.submission.corrections.Correcting;
import org.anuyat.workflow.submission.corrections.Correction.Item;
import org.anuyat.workflow.submission.corrections.Correction;
import org.anuyat.workflow.submission.corrections.CorrectionItem.Kind;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** The list of what has to be corrected, with the declaration under it when everything is. */
@Controller
@RequestMapping("/applications/{number}/correct")
class CorrectionController {

    private final Correcting correcting;
    private final Words words;

    CorrectionController(Correcting correcting, Words words) {
        this.correcting = correcting;
        this.words = words;
    }

    @GetMapping
    ModelAndView list(@PathVariable String number, CurrentCitizen citizen, Locale locale) {
        return page(correcting.find(number, citizen.person()), null, false, HttpStatus.OK, locale);
    }

    /**
     * The list.
     *
     * @param changed whether the reader saw it as it no longer is
     */
    ModelAndView page(
            Correction correction, @Nullable String error, boolean changed, HttpStatusCode status, Locale locale) {
        ServiceDefinition service = correcting.service(correction);
        Field accept = Field.of("accepted", words.say(locale, "apply.declaration.question"))
                .withOptions(List.of(Option.of("yes", words.say(locale, "apply.declaration.accept"))))
                .withError(error);
        List<Task> tasks = new ArrayList<>();
        correction.items().forEach(item -> tasks.add(task(correction, item, service, locale)));
        ModelAndView page = new ModelAndView("portal/apply/correct", status);
        page.addObject("back", "/applications/" + correction.applicationNumber());
        page.addObject("number", correction.applicationNumber());
        page.addObject("service", service.title().in(locale));
        page.addObject("deadline", words.formats(locale).dateTime(correction.deadline()));
        page.addObject("tasks", tasks);
        page.addObject("complete", correction.complete());
        page.addObject("changed", changed);
        page.addObject("oneTimeCode", service.oneTimeCode());
        page.addObject("version", correction.version());
        page.addObject("accept", accept);
        page.addObject("problems", Problem.of(List.of(accept)));
        return page;
    }

    private Task task(Correction correction, Item item, ServiceDefinition service, Locale locale) {
        boolean field = item.asked().kind() == Kind.FIELD;
        String key = item.asked().key();
        String name = field
                ? service.form().control(key).map(Control::label).map(label -> label.in(locale)).orElse(key)
                : service.document(key)
                        .map(DocumentRequirement::name)
                        .map(text -> text.in(locale))
                        .orElse(key);
        String url = "/applications/%s/correct/%s/%s"
                .formatted(correction.applicationNumber(), field ? "fields" : "documents", key);
        Task task = item.done()
                ? Task.finished(name, url, words.say(locale, "apply.task.done"))
                : Task.open(name, url, Tag.of(words.say(locale, "apply.correct.to-do"), Colour.ORANGE));
        return task.withHint(item.consequence() ? words.say(locale, "apply.correct.consequence") : item.asked().remark());
    }
}
