package org.anuyat.workflow.process.engine;

import java.beans.FeatureDescriptor;
import java.util.Iterator;
import java.util.Map;
import org.camunda.bpm.engine.spring.SpringExpressionManager;
import org.camunda.bpm.impl.juel.jakarta.el.CompositeELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ELContext;
import org.camunda.bpm.impl.juel.jakarta.el.ELException;
import org.camunda.bpm.impl.juel.jakarta.el.ELResolver;
import org.jspecify.annotations.NullUnmarked;
import org.springframework.context.ApplicationContext;

/** Expressions without reflection: closes the way from a model's expression to running commands. */
@NullUnmarked
final class SafeExpressions extends SpringExpressionManager {

    SafeExpressions(ApplicationContext context, Map<Object, Object> exposed) {
        super(context, exposed);
    }

    @Override
    protected ELResolver createElResolver() {
        CompositeELResolver resolvers = new CompositeELResolver();
        resolvers.add(new NoReflection());
        resolvers.add(super.createElResolver());
        return resolvers;
    }

    /** Answers nothing itself; it stands before the others and refuses. */
    private static final class NoReflection extends ELResolver {

        private static void check(Object base, Object member) {
            if (base == null) {
                return;
            }
            if ("class".equals(member)
                    || "getClass".equals(member)
                    || base instanceof Class
                    || base instanceof ClassLoader
                    || base instanceof Runtime
                    || base instanceof ProcessBuilder
                    || base.getClass().getName().startsWith("java.lang.reflect.")) {
                throw new ELException("reflection is not allowed in expressions: " + member);
            }
        }

        @Override
        public Object invoke(ELContext context, Object base, Object method, Class<?>[] types, Object[] params) {
            check(base, method);
            return null;
        }

        @Override
        public Object getValue(ELContext context, Object base, Object property) {
            check(base, property);
            return null;
        }

        @Override
        public Class<?> getType(ELContext context, Object base, Object property) {
            check(base, property);
            return null;
        }

        @Override
        public void setValue(ELContext context, Object base, Object property, Object value) {
            check(base, property);
        }

        @Override
        public boolean isReadOnly(ELContext context, Object base, Object property) {
            check(base, property);
            return false;
        }

        @Override
        public Iterator<FeatureDescriptor> getFeatureDescriptors(ELContext context, Object base) {
            return null;
        }

        @Override
        public Class<?> getCommonPropertyType(ELContext context, Object base) {
            return null;
        }
    }
}
