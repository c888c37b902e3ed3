package org.anuyat.workflow.catalogue.form.answers;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.anuyat.workflow.catalogue.form.control.Control;
import org.anuyat.workflow.catalogue.form.control.ControlKind;

/** The parameters of one request, what was read of them and what nobody asked for. */
final class Typed {

    private static final int MOST_KEPT = 5000;
    private static final List<String> DATE_PARTS = List.of(".day", ".month", ".year");
    private static final Pattern ROW_ACTION = Pattern.compile("(add|remove):([A-Za-z0-9.]+)(?::(\\d{1,3}))?");

    private final Map<String, List<String>> parameters;
    private final Map<String, String> entered = new TreeMap<>();
    private final Set<String> read = new HashSet<>();
    private final Set<String> twice = new HashSet<>();

    Typed(Map<String, List<String>> parameters) {
        this.parameters = parameters;
    }

    /** What was typed for a control; kept for showing it again under another name, when rows moved up. */
    Entry entry(Control control, String name, String shownAs) {
        if (control.kind() == ControlKind.DATE && !parameters.containsKey(name)) {
            String[] parts = DATE_PARTS.stream()
                    .map(part -> one(name + part, shownAs + part))
                    .toArray(String[]::new);
            return Entry.date(parts[0], parts[1], parts[2]);
        }
        String typed = one(name, shownAs);
        return twice.contains(name) ? Entry.failure("single") : Entry.read(control, typed);
    }

    void ignore(String name) {
        read.add(name);
        DATE_PARTS.forEach(part -> read.add(name + part));
    }

    /** The numbers of the rows of which anything came, ascending. */
    Set<Integer> rows(String list) {
        Pattern pattern = Pattern.compile(Pattern.quote(list) + "\\[(\\d{1,3})]\\..+");
        Set<Integer> rows = new TreeSet<>();
        for (String name : parameters.keySet()) {
            Matcher matcher = pattern.matcher(name);
            if (matcher.matches()) {
                rows.add(Integer.valueOf(matcher.group(1)));
            }
        }
        return rows;
    }

    /** The change of rows that was asked for, if it is one of these lists. */
    Optional<RowAction> rowAction(List<Control> controls) {
        String action = String.join("", parameters.getOrDefault(FormReading.ROW_PARAMETER, List.of()));
        Matcher matcher = ROW_ACTION.matcher(action);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        int row = matcher.group(3) == null ? -1 : Integer.parseInt(matcher.group(3));
        return controls.stream()
                .filter(control -> control.kind() == ControlKind.LIST
                        && control.key().equals(matcher.group(2)))
                .findFirst()
                .map(control -> new RowAction(control, matcher.group(1).equals("add") ? -1 : row));
    }

    /** Moves what was typed along with the rows; says yes. */
    boolean follow(RowAction action) {
        if (action.row() >= 0) {
            String list = action.list().key();
            Map<String, String> kept = new TreeMap<>();
            entered.forEach((name, text) -> {
                Matcher matcher = Pattern.compile(Pattern.quote(list) + "\\[(\\d+)](.*)").matcher(name);
                if (!matcher.matches()) {
                    kept.put(name, text);
                    return;
                }
                int row = Integer.parseInt(matcher.group(1));
                if (row != action.row()) {
                    kept.put("%s[%d]%s".formatted(list, row > action.row() ? row - 1 : row, matcher.group(2)), text);
                }
            });
            entered.clear();
            entered.putAll(kept);
        }
        return true;
    }

    Map<String, String> entered() {
        return entered;
    }

    List<FieldError> unknown(String page) {
        List<FieldError> errors = new ArrayList<>();
        for (String name : parameters.keySet()) {
            if (!name.startsWith("_") && !read.contains(name)) {
                errors.add(Checking.unknown(name, page));
            }
        }
        return errors;
    }

    private String one(String name, String shownAs) {
        read.add(name);
        List<String> values = parameters.getOrDefault(name, List.of());
        if (values.size() > 1) {
            twice.add(name);
        }
        String value = values.isEmpty() ? "" : values.get(0);
        if (!value.isEmpty()) {
            entered.put(shownAs, value.length() > MOST_KEPT ? value.substring(0, MOST_KEPT) : value);
        }
        return value;
    }
}
