package dev.caffeinecode.clone;

import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse.BatchItemFailure;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.serialization.events.LambdaEventSerializers;
import dev.caffeinecode.identity.AccountId;
import dev.caffeinecode.identity.Accounts;
import dev.caffeinecode.repository.Repositories;
import dev.caffeinecode.repository.Repository;
import dev.caffeinecode.repository.Revision;
import io.micronaut.context.ApplicationContext;
import org.jspecify.annotations.Nullable;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import static java.util.Objects.requireNonNull;

/** The function in this JVM: takes events as the bytes that Lambda passes to it. */
final class CloneFunction implements AutoCloseable {
    private final ApplicationContext context;
    private final CloneHandler handler;
    private final Repositories repositories;
    private final AccountId owner;

    private CloneFunction(ApplicationContext context) {
        this.context = context;
        this.handler = new CloneHandler(context);
        this.repositories = context.getBean(Repositories.class);
        this.owner = context.getBean(Accounts.class).of("test", "ada");
    }

    static CloneFunction start(Map<String, Object> properties) {
        return new CloneFunction(ApplicationContext.run(properties));
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    AccountId owner() {
        return owner;
    }

    Repository add(String url, @Nullable Revision revision) {
        return repositories.add(owner, url, revision);
    }

    Repository get(Repository repository) {
        return repositories.get(owner, repository.id());
    }

    void sync(Repository repository) {
        repositories.sync(owner, repository.id(), repository.revision());
    }

    void delete(Repository repository) {
        repositories.delete(owner, repository.id());
    }

    static String cloneMessage(Repository repository) {
        return "{\"version\":1,\"type\":\"clone\",\"id\":\"" + repository.id() + "\"}";
    }

    /**
     * Hands over one batch.
     *
     * @return the bodies of the messages that SQS is told to deliver again
     */
    List<String> deliver(List<String> bodies) {
        SQSBatchResponse response = handler.handleRequest(event(bodies), null);
        return response.getBatchItemFailures().stream()
                .map(BatchItemFailure::getItemIdentifier)
                .map(id -> bodies.get(Integer.parseInt(id)))
                .toList();
    }

    private static SQSEvent event(List<String> bodies) {
        String record = record();
        String records = IntStream.range(0, bodies.size())
                .mapToObj(i -> record.replace("MESSAGE-ID", Integer.toString(i)).replace("BODY", escape(bodies.get(i))))
                .collect(Collectors.joining(",", "{\"Records\":[", "]}"));
        return LambdaEventSerializers.serializerFor(SQSEvent.class, CloneFunction.class.getClassLoader())
                .fromJson(new ByteArrayInputStream(records.getBytes(StandardCharsets.UTF_8)));
    }

    private static String escape(String body) {
        return body.replace("\\", "\\\\").replace("\"", "\\\"");
    }

    private static String record() {
        try (InputStream json = requireNonNull(CloneFunction.class.getResourceAsStream("/sqs-record.json"))) {
            return new String(json.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        context.close();
    }
}
