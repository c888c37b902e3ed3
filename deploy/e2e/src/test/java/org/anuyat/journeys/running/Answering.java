package org.anuyat.journeys.running;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.SelectOption;
import java.util.regex.Pattern;

/** Answers a question of a form whatever kind of control it has, found by the words that people see. */
final class Answering {

    private Answering() {}

    static void in(Locator part, String question, String answer) {
        Pattern words = words(question);
        Locator group = part.getByRole(AriaRole.GROUP, new Locator.GetByRoleOptions().setName(words));
        if (group.count() > 0) {
            group(group.first(), answer);
            return;
        }
        Locator control = part.getByLabel(words).first();
        if (control.evaluate("control => control.tagName").equals("SELECT")) {
            control.selectOption(new SelectOption().setLabel(answer));
        } else {
            control.fill(answer);
        }
    }

    /** The question itself, or with the mark of those that may stay without an answer. */
    static Pattern words(String question) {
        return Pattern.compile("^" + question.replaceAll("[.()/?*+]", "\\\\$0") + "( \\(ถ้ามี\\))?$");
    }

    private static void group(Locator group, String answer) {
        if (group.locator(".govuk-date-input").count() == 0) {
            group.getByLabel(answer, new Locator.GetByLabelOptions().setExact(true)).check();
            return;
        }
        String[] parts = answer.split(" ");
        group.locator("input").first().fill(parts[0]);
        group.locator("select").selectOption(new SelectOption().setLabel(parts[1]));
        group.locator("input").last().fill(parts[2]);
    }
}
