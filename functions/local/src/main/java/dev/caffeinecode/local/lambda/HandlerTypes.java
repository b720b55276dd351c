package dev.caffeinecode.local.lambda;

import com.amazonaws.services.lambda.runtime.RequestHandler;
import org.jspecify.annotations.Nullable;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.util.HashMap;
import java.util.Map;

/**
 * What a handler takes and gives, as its class declares it, possibly through generic superclasses.
 *
 * @param input class of the event
 * @param output class of the answer
 */
record HandlerTypes(Class<?> input, Class<?> output) {
    /** @throws IllegalArgumentException when it is no {@link RequestHandler} of two classes */
    static HandlerTypes of(Class<?> handler) {
        Map<TypeVariable<?>, Type> bound = new HashMap<>();
        for (Class<?> type = handler; type != null; type = type.getSuperclass()) {
            for (Type implemented : type.getGenericInterfaces()) {
                if (implemented instanceof ParameterizedType generic && generic.getRawType() == RequestHandler.class) {
                    Type[] arguments = generic.getActualTypeArguments();
                    return new HandlerTypes(resolve(arguments[0], bound), resolve(arguments[1], bound));
                }
            }
            bind(type, bound);
        }
        throw new IllegalArgumentException("no request handler: " + handler.getName());
    }

    private static void bind(Class<?> type, Map<TypeVariable<?>, Type> bound) {
        Class<?> parent = type.getSuperclass();
        if (parent != null && type.getGenericSuperclass() instanceof ParameterizedType generic) {
            TypeVariable<?>[] variables = parent.getTypeParameters();
            for (int i = 0; i < variables.length; i++) {
                bound.put(variables[i], generic.getActualTypeArguments()[i]);
            }
        }
    }

    private static Class<?> resolve(Type type, Map<TypeVariable<?>, Type> bound) {
        @Nullable Type resolved = type;
        while (resolved instanceof TypeVariable<?> variable) {
            resolved = bound.get(variable);
        }
        if (resolved instanceof Class<?> found) {
            return found;
        }
        throw new IllegalArgumentException("not a class: " + type);
    }
}
