package dev.caffeinecode.local.lambda;

import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.serialization.PojoSerializer;
import com.amazonaws.services.lambda.runtime.serialization.events.LambdaEventSerializers;
import com.amazonaws.services.lambda.runtime.serialization.factories.GsonFactory;
import dev.caffeinecode.local.template.SamTemplate;
import io.micronaut.context.ApplicationContext;
import org.jspecify.annotations.Nullable;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A handler of the template, invoked as Lambda's Java runtime does it: the event's JSON is read, and the answer written,
 * by the serializers of that runtime, and an invocation that takes longer than the function's timeout fails.
 */
public final class LocalFunction implements AutoCloseable {
    private final SamTemplate.Function function;
    private final RequestHandler<Object, @Nullable Object> handler;
    private final PojoSerializer<Object> input;
    private final @Nullable PojoSerializer<Object> output;
    private final ExecutorService threads;

    private LocalFunction(
            SamTemplate.Function function,
            RequestHandler<Object, @Nullable Object> handler,
            PojoSerializer<Object> input,
            @Nullable PojoSerializer<Object> output) {
        this.function = function;
        this.handler = handler;
        this.input = input;
        this.output = output;
        this.threads = Executors.newThreadPerTaskExecutor(
                Thread.ofPlatform().daemon().name(function.name() + "-", 1).factory());
    }

    /**
     * Makes the handler that the template names.
     *
     * @throws IllegalStateException when there is no such class, or it is no handler that can share a context
     */
    @SuppressWarnings("unchecked") // the handler's own type arguments decide which serializers are used
    public static LocalFunction create(SamTemplate.Function function, ApplicationContext context) {
        try {
            Class<?> type = Class.forName(function.handler());
            Object handler = type.getConstructor(ApplicationContext.class).newInstance(context);
            HandlerTypes types = HandlerTypes.of(type);
            return new LocalFunction(
                    function,
                    (RequestHandler<Object, @Nullable Object>) handler,
                    serializer(types.input()),
                    types.output() == Void.class ? null : serializer(types.output()));
        } catch (ReflectiveOperationException | IllegalArgumentException e) {
            throw new IllegalStateException(
                    "template.yaml names a handler that cannot be used: " + function.handler(), e);
        }
    }

    @SuppressWarnings("unchecked") // a serializer of a class takes and gives objects of that class
    private static PojoSerializer<Object> serializer(Class<?> type) {
        return (PojoSerializer<Object>)
                (LambdaEventSerializers.isLambdaSupportedEvent(type.getName())
                        ? LambdaEventSerializers.serializerFor(type, type.getClassLoader())
                        : GsonFactory.getInstance().getSerializer(type));
    }

    public SamTemplate.Function function() {
        return function;
    }

    /**
     * Invokes the handler in a thread of its own.
     *
     * @param event JSON as AWS sends it
     * @return JSON as the handler answers; empty when it answers nothing
     * @throws InvocationException when the handler throws or takes too long
     * @throws InterruptedException when the caller is interrupted; the handler is, too
     */
    public byte[] invoke(byte[] event) throws InvocationException, InterruptedException {
        Future<byte[]> answer = threads.submit(() -> call(event));
        try {
            return answer.get(function.timeout().toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw new InvocationException(function.name() + " failed", e.getCause());
        } catch (TimeoutException e) {
            throw new InvocationException(function.name() + " took longer than " + function.timeout(), e);
        } finally {
            answer.cancel(true);
        }
    }

    private byte[] call(byte[] event) {
        Object request = input.fromJson(new ByteArrayInputStream(event));
        Object response = handler.handleRequest(request, new LocalContext(function));
        ByteArrayOutputStream json = new ByteArrayOutputStream();
        if (output != null && response != null) {
            output.toJson(response, json);
        }
        return json.toByteArray();
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }

    /** The handler threw, or was too slow. */
    public static final class InvocationException extends Exception {
        private static final long serialVersionUID = 1L;

        InvocationException(String message, @Nullable Throwable cause) {
            super(message, cause);
        }
    }
}
