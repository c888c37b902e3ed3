package org.anuyat.backoffice.review;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.anuyat.workflow.review.checking.CheckSheet;
import org.anuyat.workflow.review.checking.Finding;
import org.springframework.util.MultiValueMap;

/**
 * What an officer ticked and typed into the checklist. Parameters: {@code found:<point>} = {@code ok} or {@code defect},
 * {@code remark:<point>}, {@code target:<point>} for each field or document to correct.
 */
final class CheckForm {

    private static final int LONGEST_REMARK = 2_000;

    private final MultiValueMap<String, String> typed;
    private final CheckSheet sheet;

    CheckForm(CheckSheet sheet, MultiValueMap<String, String> typed) {
        this.sheet = sheet;
        this.typed = typed;
    }

    /** Everything that can be kept; a defect without a remark can't. */
    Map<String, Finding> findings(boolean restIsCorrect) {
        Map<String, Finding> findings = new LinkedHashMap<>();
        for (CheckSheet.Line line : sheet.lines()) {
            String key = line.point().key();
            String found = found(key);
            if (found.equals("ok") || found.isEmpty() && restIsCorrect && line.finding() == null) {
                findings.put(key, Finding.correct());
            } else if (found.equals("defect") && !remark(key).isBlank()) {
                findings.put(key, new Finding(false, remark(key), targets(key)));
            }
        }
        return findings;
    }

    /** Points whose defect has no remark, or too long a one. */
    List<String> unexplained() {
        List<String> keys = new ArrayList<>();
        for (CheckSheet.Line line : sheet.lines()) {
            String key = line.point().key();
            if (found(key).equals("defect")
                    && (remark(key).isBlank() || remark(key).length() > LONGEST_REMARK)) {
                keys.add(key);
            }
        }
        return keys;
    }

    String found(String key) {
        return value("found:" + key);
    }

    String remark(String key) {
        return value("remark:" + key);
    }

    private Set<String> targets(String key) {
        return new LinkedHashSet<>(typed.getOrDefault("target:" + key, List.of()));
    }

    Set<String> ticked(String key) {
        return targets(key);
    }

    private String value(String name) {
        String value = typed.getFirst(name);
        return value == null ? "" : value;
    }
}
