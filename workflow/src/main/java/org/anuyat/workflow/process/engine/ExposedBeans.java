package org.anuyat.workflow.process.engine;

import java.util.AbstractMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.BeanFactory;

/** The only beans that an expression in a BPMN or DMN model may name; the engine's default would be every bean there is. */
final class ExposedBeans extends AbstractMap<Object, Object> {

    static final Set<String> NAMES = Set.of(
            "submissionSteps", "reviewSteps", "approvalSteps", "paymentSteps", "issuanceSteps", "deliverySteps", "paperSteps");

    private final BeanFactory beans;

    ExposedBeans(BeanFactory beans) {
        this.beans = beans;
    }

    @Override
    public @Nullable Object get(Object key) {
        return containsKey(key) ? beans.getBean((String) key) : null;
    }

    @Override
    public boolean containsKey(Object key) {
        return key instanceof String name && NAMES.contains(name);
    }

    @Override
    public Set<Object> keySet() {
        return Set.copyOf(NAMES);
    }

    @Override
    public Set<Map.Entry<Object, Object>> entrySet() {
        return NAMES.stream()
                .map(name -> Map.entry((Object) name, beans.getBean(name)))
                .collect(Collectors.toUnmodifiableSet());
    }
}
