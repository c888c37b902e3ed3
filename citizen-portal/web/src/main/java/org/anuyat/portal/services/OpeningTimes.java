package org.anuyat.portal.services;

import java.time.DayOfWeek;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.anuyat.workflow.calendar.OfficeHours.Opening;
import org.anuyat.workflow.calendar.WorkingTime;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Says when an agency is open, days with equal hours together. */
@Component
class OpeningTimes {

    private static final DateTimeFormatter THAI_TIME = DateTimeFormatter.ofPattern("HH.mm");
    private static final DateTimeFormatter ENGLISH_TIME = DateTimeFormatter.ofPattern("HH:mm");

    private final WorkingTime workingTime;
    private final MessageSource messages;

    OpeningTimes(WorkingTime workingTime, MessageSource messages) {
        this.workingTime = workingTime;
        this.messages = messages;
    }

    List<String> lines(String agency, Locale locale) {
        List<Span> spans = new ArrayList<>();
        for (DayOfWeek day : DayOfWeek.values()) {
            workingTime.officeHours(agency).on(day).ifPresent(opening -> {
                Span last = spans.isEmpty() ? null : spans.get(spans.size() - 1);
                if (last != null && last.last().plus(1) == day && last.opening().equals(opening)) {
                    spans.set(spans.size() - 1, new Span(last.first(), day, opening));
                } else {
                    spans.add(new Span(day, day, opening));
                }
            });
        }
        return spans.stream().map(span -> line(span, locale)).toList();
    }

    private String line(Span span, Locale locale) {
        boolean english = locale.getLanguage().equals("en");
        DateTimeFormatter time = english ? ENGLISH_TIME : THAI_TIME;
        Locale words = english ? Locale.ENGLISH : Locale.forLanguageTag("th");
        Object[] arguments = {
            span.first().getDisplayName(TextStyle.FULL, words),
            span.last().getDisplayName(TextStyle.FULL, words),
            time.format(span.opening().opens()),
            time.format(span.opening().closes())
        };
        String key = span.first() == span.last() ? "portal-services.hours.day" : "portal-services.hours.days";
        return messages.getMessage(key, arguments, locale);
    }

    private record Span(DayOfWeek first, DayOfWeek last, Opening opening) {}
}
