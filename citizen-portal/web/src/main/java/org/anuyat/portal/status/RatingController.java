package org.anuyat.portal.status;

import java.util.List;
import java.util.Locale;
import org.anuyat.kit.Field;
import org.anuyat.kit.Problem;
import org.anuyat.portal.security.CurrentCitizen;
import org.anuyat.workflow.submission.Applications;
import org.anuyat.workflow.tracking.Ratings;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** How satisfied the applicant is, once the case has ended. */
@Controller
@RequestMapping("/applications/{number}/rating")
class RatingController {

    private final Applications applications;
    private final Ratings ratings;
    private final CaseStatus status;
    private final MessageSource messages;

    RatingController(Applications applications, Ratings ratings, CaseStatus status, MessageSource messages) {
        this.applications = applications;
        this.ratings = ratings;
        this.status = status;
        this.messages = messages;
    }

    @GetMapping
    ModelAndView ask(@PathVariable String number, CurrentCitizen citizen, Locale locale) {
        applications.ownedBy(number, citizen.person().subject());
        return page(number, status.ratingFields(ratings.of(number).orElse(null), null, locale), HttpStatus.OK);
    }

    @PostMapping
    ModelAndView rate(
            @PathVariable String number,
            @RequestParam(defaultValue = "") String score,
            @RequestParam(defaultValue = "") String comment,
            CurrentCitizen citizen,
            Locale locale,
            RedirectAttributes flash) {
        applications.ownedBy(number, citizen.person().subject());
        // browsers count a line break as one character and send two
        String said = comment.replace("\r\n", "\n");
        if (!score.matches("[1-5]") || said.length() > Ratings.LONGEST_COMMENT) {
            List<Field> empty = status.ratingFields(null, null, locale);
            return page(
                    number,
                    List.of(
                            empty.get(0)
                                    .withValue(score)
                                    .withError(score.matches("[1-5]") ? null : say(locale, "timeline.rating.missing")),
                            empty.get(1)
                                    .withValue(said)
                                    .withError(
                                            said.length() > Ratings.LONGEST_COMMENT
                                                    ? say(locale, "timeline.rating.too-long", Ratings.LONGEST_COMMENT)
                                                    : null)),
                    HttpStatus.UNPROCESSABLE_CONTENT);
        }
        ratings.rate(number, citizen.person().subject(), Integer.parseInt(score), said);
        flash.addFlashAttribute("done", say(locale, "timeline.rating.done"));
        return new ModelAndView("redirect:/applications/" + number);
    }

    private static ModelAndView page(String number, List<Field> fields, HttpStatus status) {
        ModelAndView page = new ModelAndView("portal/status/rating", status);
        page.addObject("number", number);
        page.addObject("back", "/applications/" + number);
        page.addObject("ratingFields", fields);
        page.addObject("problems", Problem.of(fields));
        return page;
    }

    private String say(Locale locale, String key, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }
}
