package io.subsidyrules.page;

import io.quarkus.qute.CompletedStage;
import io.quarkus.qute.EvalContext;
import io.quarkus.qute.ValueResolver;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/**
 * Gives templates the components of this project's records, and nothing else of any object; what is empty is an empty
 * text. The engine's own resolver gives all public methods, by reflection, for which some JDKs define classes.
 */
final class RecordValues implements ValueResolver {

    private static final String PROJECT = "io.subsidyrules.";

    private static final ClassValue<Map<String, MethodHandle>> COMPONENTS = new ClassValue<>() {
        @Override
        protected Map<String, MethodHandle> computeValue(Class<?> type) {
            Map<String, MethodHandle> components = new HashMap<>();
            for (RecordComponent component : type.getRecordComponents()) {
                components.put(component.getName(), accessor(component));
            }
            return components;
        }
    };

    @Override
    public boolean appliesTo(EvalContext context) {
        return context.getBase() instanceof Record base
                && base.getClass().getPackageName().startsWith(PROJECT)
                && context.getParams().isEmpty()
                && COMPONENTS.get(base.getClass()).containsKey(context.getName());
    }

    @Override
    public CompletionStage<Object> resolve(EvalContext context) {
        Object base = context.getBase();
        Object value =
                value(Objects.requireNonNull(COMPONENTS.get(base.getClass()).get(context.getName())), base);
        return CompletedStage.of(
                value instanceof Optional<?> optional
                        ? optional.<Object>map(one -> one).orElse("")
                        : value);
    }

    /** Records of other packages may be package-private. */
    private static MethodHandle accessor(RecordComponent component) {
        try {
            Method method = component.getAccessor();
            method.setAccessible(true);
            MethodHandle accessor = MethodHandles.lookup().unreflect(method);
            return accessor.asType(accessor.type().generic());
        } catch (IllegalAccessException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Object value(MethodHandle accessor, Object base) {
        try {
            return (Object) accessor.invokeExact(base);
        } catch (Error | RuntimeException failed) {
            throw failed;
        } catch (Throwable impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
