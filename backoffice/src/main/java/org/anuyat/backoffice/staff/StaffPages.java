package org.anuyat.backoffice.staff;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.anuyat.backoffice.wording.Words;
import org.anuyat.kit.DateAnswer;
import org.anuyat.kit.Field;
import org.anuyat.kit.Option;
import org.anuyat.kit.Problem;
import org.anuyat.workflow.identity.staff.StaffMember;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** The pages about one officer, with what was typed and what is wrong with it. */
@Component
class StaffPages {

    private final Words words;

    StaffPages(Words words) {
        this.words = words;
    }

    /** The page of somebody new. */
    ModelAndView adding(StaffForm form, Map<String, String> wrong) {
        ModelAndView page = new ModelAndView("backoffice/staff/add", status(wrong));
        page.addObject("back", "/backoffice/officers");
        return with(page, fields(form, wrong));
    }

    /**
     * The page of an officer.
     *
     * @param own whether the administrator looks at the own account, which a colleague changes
     */
    ModelAndView showing(StaffMember member, boolean own, StaffForm form, EndForm end, Map<String, String> wrong) {
        ModelAndView page = new ModelAndView("backoffice/staff/member", status(wrong));
        List<Field> fields = new ArrayList<>(fields(form, wrong));
        fields.add(Field.of("when", words.of("staff.end.when"))
                .withOptions(List.of(
                        Option.of("now", words.of("staff.end.now")), Option.of("day", words.of("staff.end.day"))))
                .withValue(end.when())
                .withError(say(wrong, "when")));
        fields.add(Field.of("day", words.of("staff.end.last-day"))
                .withHint(words.of("staff.end.last-day.hint"))
                .withValue(end.day())
                .withError(say(wrong, "day")));
        fields.add(Field.of("reason", words.of("staff.end.reason"))
                .withHint(words.of("staff.end.reason.hint"))
                .withValue(end.reason())
                .withError(say(wrong, "reason")));
        page.addObject("back", "/backoffice/officers");
        page.addObject("member", member);
        page.addObject("own", own);
        page.addObject("problem", wrong.containsKey("") ? words.of(wrong.get("")) : null);
        return with(page, fields);
    }

    /** What an administrator typed about the end of access. */
    record EndForm(String when, DateAnswer day, String reason) {

        static final EndForm EMPTY = new EndForm("", DateAnswer.of("", "", ""), "");
    }

    private List<Field> fields(StaffForm form, Map<String, String> wrong) {
        List<Field> fields = new ArrayList<>();
        fields.add(field("username", form.username(), wrong).withHint(words.of("staff.username.hint")));
        fields.add(Field.of("title", words.of("staff.honorific"))
                .withValue(form.title())
                .withWidth(10)
                .withError(say(wrong, "title")));
        fields.add(field("firstName", form.firstName(), wrong));
        fields.add(field("lastName", form.lastName(), wrong));
        fields.add(field("nameEn", form.nameEn(), wrong));
        fields.add(field("position", form.position(), wrong));
        fields.add(field("email", form.email(), wrong));
        fields.add(Field.of("roles", words.of("staff.roles"))
                .withHint(words.of("staff.roles.hint"))
                .withOptions(StaffForm.offered()
                        .map(role -> new Option(
                                role.name(), words.of("staff.role." + role), words.of("staff.role." + role + ".hint")))
                        .toList())
                .withValues(form.roleNames())
                .withError(say(wrong, "roles")));
        return fields;
    }

    private Field field(String name, String value, Map<String, String> wrong) {
        return Field.of(name, words.of("staff." + name)).withValue(value).withError(say(wrong, name));
    }

    private @Nullable String say(Map<String, String> wrong, String field) {
        String key = wrong.get(field);
        return key == null ? null : words.of(key);
    }

    private static ModelAndView with(ModelAndView page, List<Field> fields) {
        fields.forEach(field -> page.addObject(field.name() + "Field", field));
        page.addObject("problems", Problem.of(fields));
        return page;
    }

    private static HttpStatusCode status(Map<String, String> wrong) {
        return wrong.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT;
    }
}
