package org.anuyat.backoffice.cases;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.anuyat.backoffice.desk.TaskRows;
import org.anuyat.backoffice.wording.Words;
import org.anuyat.kit.text.Formats;
import org.anuyat.workflow.approval.FourEyes;
import org.anuyat.workflow.review.cases.StaleCase;
import org.anuyat.workflow.review.cases.WrongStage;
import org.anuyat.workflow.submission.WrongState;
import org.anuyat.workflow.worklist.Task;
import org.anuyat.workflow.worklist.TaskAlreadyDone;
import org.anuyat.workflow.worklist.TaskClaimed;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.ModelAndView;

/**
 * Tells an officer that a colleague was faster: who, when, and where the case stands. What the officer typed is shown, so that
 * it can be copied and is not lost.
 */
@ControllerAdvice("org.anuyat.backoffice")
@Order(Ordered.HIGHEST_PRECEDENCE)
class TooLate {

    private static final Set<String> NOT_TYPED = Set.of("_csrf", "version", "confirmed", "action");

    private final Words words;

    TooLate(Words words) {
        this.words = words;
    }

    /** A text that was typed, under the question that it answered. */
    public record Typed(String label, String text) {}

    @ExceptionHandler
    ModelAndView alreadyDone(TaskAlreadyDone e, HttpServletRequest request) {
        String task = words.of("office.kind." + e.kind());
        String said = e.done()
                ? words.of("office.conflict.done", task, e.by(), formats().dateTime(e.at()))
                : words.of("office.conflict.gone", task, formats().dateTime(e.at()));
        return page(HttpStatus.CONFLICT, words.of("office.conflict.done.title"), said, e.number(), request);
    }

    @ExceptionHandler
    ModelAndView stale(StaleCase e, HttpServletRequest request) {
        String said = words.of(
                "office.conflict.stale", e.now().changedBy(), formats().dateTime(e.now().changedAt()));
        return page(HttpStatus.CONFLICT, words.of("office.conflict.stale.title"), said, e.now().number(), request);
    }

    @ExceptionHandler
    ModelAndView claimed(TaskClaimed e, HttpServletRequest request) {
        Task task = e.task();
        Task.Claim claim = task.taken().orElseThrow();
        ModelAndView page = page(
                HttpStatus.CONFLICT,
                words.of("office.conflict.claimed.title"),
                words.of("office.conflict.claimed", claim.name(), formats().dateTime(claim.at())),
                task.of().number(),
                request);
        page.addObject("takeOver", "/backoffice/tasks/" + task.id() + "/take-over");
        page.addObject("again", TaskRows.url(task));
        return page;
    }

    @ExceptionHandler
    ModelAndView wrongState(WrongState e, HttpServletRequest request) {
        return page(
                HttpStatus.CONFLICT,
                words.of("office.conflict.state.title"),
                words.of("office.conflict.state", words.of("office.state." + e.state())),
                e.number(),
                request);
    }

    @ExceptionHandler
    ModelAndView wrongStage(WrongStage e, HttpServletRequest request) {
        return page(
                HttpStatus.CONFLICT,
                words.of("office.conflict.state.title"),
                words.of("office.conflict.state", words.of("office.stage." + e.of().stage())),
                e.of().number(),
                request);
    }

    @ExceptionHandler
    ModelAndView fourEyes(FourEyes e, HttpServletRequest request) {
        return page(
                HttpStatus.FORBIDDEN,
                words.of("office.four-eyes.title"),
                words.of("office.four-eyes." + e.reason()),
                null,
                request);
    }

    private ModelAndView page(
            HttpStatus status,
            String title,
            String said,
            @Nullable String number,
            HttpServletRequest request) {
        ModelAndView page = new ModelAndView("backoffice/cases/too-late");
        page.setStatus(status);
        page.addObject("heading", title);
        page.addObject("said", said);
        page.addObject("caseUrl", number == null ? null : "/backoffice/cases/" + number);
        page.addObject("typed", typed(request));
        return page;
    }

    private List<Typed> typed(HttpServletRequest request) {
        List<Typed> typed = new ArrayList<>();
        request.getParameterMap().forEach((name, values) -> {
            if (!NOT_TYPED.contains(name)) {
                for (String value : values) {
                    if (!value.isBlank()) {
                        typed.add(new Typed(label(name), value));
                    }
                }
            }
        });
        return typed;
    }

    private String label(String parameter) {
        int colon = parameter.indexOf(':');
        return words.orElse("office.typed." + (colon < 0 ? parameter : parameter.substring(0, colon)), parameter);
    }

    private Formats formats() {
        return new Formats(words.locale());
    }
}
