package dev.caffeinecode.infra;

import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.cloudwatch.Alarm;
import software.amazon.awscdk.services.cloudwatch.ComparisonOperator;
import software.amazon.awscdk.services.cloudwatch.MetricOptions;
import software.amazon.awscdk.services.cloudwatch.TreatMissingData;
import software.amazon.awscdk.services.cloudwatch.actions.SnsAction;
import software.amazon.awscdk.services.sns.Topic;
import software.amazon.awscdk.services.sqs.Queue;
import software.constructs.Construct;

import java.util.Map;

/** Tells the subscribers of a topic when a message was parked. */
final class DeadLetterAlarms extends Construct {
    private final Topic topic;

    DeadLetterAlarms(Construct scope, String id, Map<String, Queue> deadLetters) {
        super(scope, id);
        topic = Topic.Builder.create(this, "Topic").enforceSsl(true).build();
        deadLetters.forEach((name, queue) -> Alarm.Builder.create(this, name)
                .alarmDescription("A message waits for a person in " + name)
                .metric(queue.metricApproximateNumberOfMessagesVisible(MetricOptions.builder()
                        .period(Duration.minutes(1))
                        .statistic("Maximum")
                        .build()))
                .threshold(1)
                .evaluationPeriods(1)
                .comparisonOperator(ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD)
                .treatMissingData(TreatMissingData.NOT_BREACHING)
                .build()
                .addAlarmAction(new SnsAction(topic)));
    }

    String topicArn() {
        return topic.getTopicArn();
    }
}
