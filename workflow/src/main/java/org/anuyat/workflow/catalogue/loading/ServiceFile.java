package org.anuyat.workflow.catalogue.loading;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.anuyat.workflow.catalogue.ApprovalLevel;
import org.anuyat.workflow.catalogue.ChecklistItem;
import org.anuyat.workflow.catalogue.Deadlines;
import org.anuyat.workflow.catalogue.PermitKind;
import org.anuyat.workflow.language.LocalizedText;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The file service.json as it is written; {@code services/service.schema.json} describes and guards it. */
record ServiceFile(
        String agency,
        @Nullable List<String> alsoAt,
        LocalizedText title,
        String category,
        String formCode,
        String assurance,
        boolean oneTimeCode,
        boolean inspection,
        Deadlines deadlines,
        List<ApprovalLevel> approvalLevels,
        FeesPart fees,
        List<DocumentPart> documents,
        List<ChecklistItem> checklist,
        PermitKind permit) {

    record FeesPart(
            String resource, String decision, Map<String, String> inputs, String output, LocalizedText legalBasis) {}

    record DocumentPart(
            String key,
            String group,
            LocalizedText name,
            @Nullable LocalizedText help,
            @Nullable LocalizedText issuer,
            @Nullable LocalizedText condition,
            @Nullable JsonNode when,
            boolean required,
            Set<String> types,
            int maxMegabytes,
            int maxFiles) {}
}
