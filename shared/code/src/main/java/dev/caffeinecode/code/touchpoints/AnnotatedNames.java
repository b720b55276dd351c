package dev.caffeinecode.code.touchpoints;

import dev.caffeinecode.code.TouchpointKind;
import dev.caffeinecode.code.touchpoints.Annotation.Strings;
import dev.caffeinecode.code.touchpoints.Declarations.TypeHead;
import org.jspecify.annotations.Nullable;

import java.util.List;

/** Tables that classes are mapped to and channels that methods listen to, by annotations of the usual libraries. */
final class AnnotatedNames implements Declarations.Listener {
    private static final String RECEIVED = "received";

    private final Found found;
    private final boolean kafka;
    private final boolean queues;

    AnnotatedNames(Tokens tokens, Found found) {
        this.found = found;
        this.kafka = tokens.mentions("kafka");
        this.queues = tokens.mentions("rabbitmq") || tokens.mentions(".jms") || tokens.mentions("bull");
    }

    @Override
    public void type(TypeHead type) {
        for (Annotation each : type.annotations()) {
            switch (each.name()) {
                case "Table" -> table(each, "name", "value", "tableName");
                case "MappedEntity" -> table(each, "value");
                case "Entity" -> entity(each);
                case "Processor" -> {
                    if (queues) {
                        channel(TouchpointKind.QUEUE, RECEIVED, each, "name");
                    }
                }
                default -> listener(each, type);
            }
        }
    }

    @Override
    public void member(List<Annotation> annotations, String name, @Nullable TypeHead type) {
        for (Annotation each : annotations) {
            if (each.is("JoinTable", "CollectionTable")) {
                table(each, "name");
            } else {
                listener(each, type);
            }
        }
    }

    /** TypeORM's says the name of the table; JPA's only a name for queries. */
    private void entity(Annotation annotation) {
        Strings room = annotation.strings("tableName");
        boolean script = found.path().endsWith(".ts") || found.path().endsWith(".js");
        if (script || !annotation.words("tableName").isEmpty()) {
            names(script ? annotation.strings("name") : room).forEach(name -> mapped(annotation, name));
        }
    }

    private void table(Annotation annotation, String... arguments) {
        names(annotation.strings(arguments)).forEach(name -> mapped(annotation, name));
    }

    private void mapped(Annotation annotation, String name) {
        found.table(name.replace("`", "").replace("\\\"", ""), "mapped", annotation.line());
    }

    private void listener(Annotation annotation, @Nullable TypeHead type) {
        switch (annotation.name()) {
            case "SqsListener" -> channel(TouchpointKind.QUEUE, RECEIVED, annotation, "value", "queueNames");
            case "KafkaListener" -> topics(annotation);
            case "RabbitListener" -> channel(TouchpointKind.QUEUE, RECEIVED, annotation, "queues");
            case "JmsListener" -> channel(TouchpointKind.QUEUE, RECEIVED, annotation, "destination");
            case "Topic" -> {
                boolean sent = type != null && type.has("KafkaClient");
                if (kafka) {
                    channel(TouchpointKind.TOPIC, sent ? "sent" : RECEIVED, annotation, "value");
                }
            }
            case "Queue" -> {
                if (queues) {
                    channel(TouchpointKind.QUEUE, RECEIVED, annotation, "value");
                }
            }
            default -> {}
        }
    }

    /** Micronaut's annotation of this name says the group first. */
    private void topics(Annotation annotation) {
        if (!annotation.words("topics").isEmpty()) {
            channel(TouchpointKind.TOPIC, RECEIVED, annotation, "topics");
        }
    }

    private void channel(TouchpointKind kind, String detail, Annotation annotation, String... arguments) {
        names(annotation.strings(arguments)).forEach(name -> found.channel(kind, name, detail, annotation.line()));
    }

    private static List<String> names(Strings strings) {
        return strings.unknown() ? List.of() : strings.values();
    }
}
