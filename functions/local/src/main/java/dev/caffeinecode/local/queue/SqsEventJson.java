package dev.caffeinecode.local.queue;

import dev.caffeinecode.local.json.Json;
import io.micronaut.json.tree.JsonNode;
import software.amazon.awssdk.services.sqs.model.Message;

import java.io.IOException;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.StreamSupport;

/**
 * The JSON between an event source mapping and a function: Lambda developer guide, "Using Lambda with Amazon SQS" and
 * "Handling errors for an SQS event source".
 */
final class SqsEventJson {
    private SqsEventJson() {}

    static byte[] event(String queueArn, List<Message> messages) {
        List<Map<String, Object>> records =
                messages.stream().map(message -> message(queueArn, message)).toList();
        return Json.write(Map.of("Records", records));
    }

    private static Map<String, Object> message(String queueArn, Message message) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("messageId", message.messageId());
        json.put("receiptHandle", message.receiptHandle());
        json.put("body", message.body());
        json.put("attributes", message.attributesAsStrings());
        json.put("messageAttributes", Map.of());
        json.put("md5OfBody", message.md5OfBody());
        json.put("eventSource", "aws:sqs");
        json.put("eventSourceARN", queueArn);
        json.put("awsRegion", queueArn.split(":", -1)[3]);
        return json;
    }

    /**
     * Ids of the messages that were not taken.
     *
     * @throws IOException when the answer is no SQSBatchResponse, which Lambda treats as a failure of the whole batch
     */
    static Set<String> failures(byte[] answer) throws IOException {
        Set<String> failed = new HashSet<>();
        if (answer.length == 0) {
            return failed;
        }
        for (JsonNode failure : Json.find(Json.read(answer), "batchItemFailures").stream()
                .filter(JsonNode::isArray)
                .flatMap(all -> StreamSupport.stream(all.values().spliterator(), false))
                .toList()) {
            String id = Json.text(failure, "itemIdentifier");
            if (id.isEmpty()) {
                throw new IOException("a failure names no message");
            }
            failed.add(id);
        }
        return failed;
    }
}
