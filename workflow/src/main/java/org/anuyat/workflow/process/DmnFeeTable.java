package org.anuyat.workflow.process;

import java.math.BigDecimal;
import org.anuyat.workflow.catalogue.Fees;
import org.anuyat.workflow.catalogue.ServiceDefinition;
import org.anuyat.workflow.payment.FeeTable;
import org.camunda.bpm.dmn.engine.DmnDecisionTableResult;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Reads fees off the services' DMN tables, in the version of the service that the application was started on. */
@Component
class DmnFeeTable implements FeeTable {

    private final RepositoryService repository;
    private final DecisionService decisions;

    DmnFeeTable(RepositoryService repository, DecisionService decisions) {
        this.repository = repository;
        this.decisions = decisions;
    }

    @Override
    public long assess(ServiceDefinition service, JsonNode answers) {
        Fees fees = service.fees();
        VariableMap inputs = Variables.createVariables();
        // the table compares numbers as its engine knows them
        fees.inputsFrom(answers)
                .forEach((name, value) -> inputs.put(name, value instanceof BigDecimal number ? number.doubleValue() : value));
        DmnDecisionTableResult result = decisions.evaluateDecisionTableById(table(service), inputs);
        if (result.size() != 1 || !(result.getSingleResult().getEntry(fees.output()) instanceof Number satang)) {
            throw new IllegalStateException("the fee table of %s version %d gives %d fees for %s"
                    .formatted(service.id(), service.version(), result.size(), fees.inputsFrom(answers)));
        }
        if (satang.longValue() < 0) {
            throw new IllegalStateException("the fee table of " + service.id() + " gives a negative fee");
        }
        return satang.longValue();
    }

    /** One deployment per version of a service, made when it is first needed. */
    private String table(ServiceDefinition service) {
        String name = "fees/" + service.id() + "/" + service.version();
        return repository.createDeploymentQuery().deploymentName(name).list().stream()
                .findFirst()
                .map(deployment -> repository
                        .createDecisionDefinitionQuery()
                        .deploymentId(deployment.getId())
                        .list())
                // what is deployed in a transaction can't be queried before it commits
                .orElseGet(() -> repository
                        .createDeployment()
                        .name(name)
                        .addString(name + ".dmn", service.fees().dmn())
                        .deployWithResult()
                        .getDeployedDecisionDefinitions())
                .stream()
                .filter(decision -> decision.getKey().equals(service.fees().decision()))
                .findFirst()
                .map(DecisionDefinition::getId)
                .orElseThrow(() ->
                        new IllegalStateException(name + " has no decision " + service.fees().decision()));
    }
}
