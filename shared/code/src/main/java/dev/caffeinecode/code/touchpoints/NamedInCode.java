package dev.caffeinecode.code.touchpoints;

import dev.caffeinecode.code.Language;
import dev.caffeinecode.code.TouchpointKind;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Tables, queues and topics that code names in calls and fields of the usual libraries. */
final class NamedInCode {
    private static final Map<Language, List<Rule>> RULES = new EnumMap<>(Language.class);

    static {
        table(Language.PYTHON, "mapped", "", "__tablename__=\"\" db_table=\"\"");
        table(Language.PYTHON, "created", "alembic", "op.create_table(\"\"");
        table(Language.PYTHON, "altered", "alembic", "op.add_column|drop_column|alter_column(\"\"");
        table(Language.RUBY, "created", "", "create_table:* create_table\"\" create_table(:* create_table(\"\"");
        table(Language.RUBY, "mapped", "", "self.table_name=\"\"");
        table(Language.PHP, "created", "", "Schema::create(\"\"");
        table(Language.PHP, "altered", "", "Schema::table(\"\"");
        table(Language.GO, "mapped", "", "TableName()string{return\"\"");
        table(Language.RUST, "mapped", "sea_orm", "table_name=\"\"");
        for (Language script : List.of(Language.JAVASCRIPT, Language.TYPESCRIPT, Language.TSX)) {
            table(script, "created", "knex", "schema.createTable(\"\"");
            table(script, "mapped", "drizzle-orm", "pgTable|mysqlTable|sqliteTable(\"\"");
            channel(script, TouchpointKind.QUEUE, "declared", "amqp", ".assertQueue(\"\"");
            channel(script, TouchpointKind.QUEUE, "sent", "amqp", ".sendToQueue(\"\"");
            channel(script, TouchpointKind.QUEUE, "declared", "bull", "new~Queue(\"\"");
            channel(script, TouchpointKind.QUEUE, "received", "bull", "new~Worker(\"\"");
            channel(script, TouchpointKind.TOPIC, "received", "kafkajs", ".subscribe({topic:\"\"");
            channel(script, TouchpointKind.TOPIC, "sent", "kafkajs", ".send({topic:\"\"");
        }
        channel(
                Language.PYTHON,
                TouchpointKind.QUEUE,
                "declared",
                "pika",
                ".queue_declare(\"\" .queue_declare(queue=\"\"");
        channel(Language.PYTHON, TouchpointKind.QUEUE, "sent", "celery", "apply_async(queue=\"\"");
        channel(Language.PYTHON, TouchpointKind.QUEUE, "received", "celery", "task(queue=\"\"");
        channel(Language.PYTHON, TouchpointKind.TOPIC, "received", "kafka", "KafkaConsumer(\"\"");
        channel(Language.PYTHON, TouchpointKind.TOPIC, "sent", "kafka", "producer.send|produce(\"\"");
        channel(Language.GO, TouchpointKind.QUEUE, "declared", "amqp", ".QueueDeclare(\"\"");
        channel(Language.GO, TouchpointKind.TOPIC, "sent", "sarama", "ProducerMessage{Topic:\"\"");
        for (Language jvm : List.of(Language.JAVA, Language.KOTLIN, Language.SCALA)) {
            channel(jvm, TouchpointKind.TOPIC, "declared", "kafka", "NewTopic(\"\" TopicBuilder.name(\"\"");
            channel(jvm, TouchpointKind.TOPIC, "sent", "kafka", "kafkaTemplate.send(\"\" ProducerRecord<>(\"\"");
            channel(
                    jvm,
                    TouchpointKind.QUEUE,
                    "declared",
                    "springframework.amqp",
                    "new~Queue(\"\" QueueBuilder.durable(\"\"");
            channel(jvm, TouchpointKind.QUEUE, "sent", "springframework.jms", "jmsTemplate.convertAndSend(\"\"");
        }
        channel(
                Language.RUBY,
                TouchpointKind.QUEUE,
                "received",
                "",
                "queue_as:* sidekiq_options~queue:\"\" sidekiq_options~queue::*");
    }

    /** @param needs what the file must mention for the shape to be certain */
    private record Rule(TouchpointKind kind, String detail, String needs, List<Shape> shapes) {}

    private NamedInCode() {}

    private static void table(Language language, String detail, String needs, String shapes) {
        channel(language, TouchpointKind.TABLE, detail, needs, shapes);
    }

    private static void channel(Language language, TouchpointKind kind, String detail, String needs, String shapes) {
        RULES.computeIfAbsent(language, _ -> new ArrayList<>()).add(new Rule(kind, detail, needs, Shape.all(shapes)));
    }

    static void read(Tokens tokens, Language language, Found found) {
        for (Rule rule : RULES.getOrDefault(language, List.of())) {
            if (tokens.mentions(rule.needs())) {
                rule.shapes().forEach(shape -> read(tokens, rule, shape, found));
            }
        }
    }

    private static void read(Tokens tokens, Rule rule, Shape shape, Found found) {
        for (int at = 0; at < tokens.size(); at++) {
            if (shape.fits(tokens, at)) {
                int name = shape.name(at);
                boolean known = tokens.isWord(name) || (tokens.isWhole(name) && !isConcatenated(tokens, name));
                if (known && rule.kind() == TouchpointKind.TABLE) {
                    found.table(tokens.text(name), rule.detail(), tokens.line(name));
                } else if (known) {
                    found.channel(rule.kind(), tokens.text(name), rule.detail(), tokens.line(name));
                }
            }
        }
    }

    private static boolean isConcatenated(Tokens tokens, int at) {
        return tokens.isMark(at + 1, '+') || tokens.isMark(at + 1, '%') || tokens.isMark(at + 1, '.');
    }
}
