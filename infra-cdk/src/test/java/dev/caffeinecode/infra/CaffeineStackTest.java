package dev.caffeinecode.infra;

import dev.caffeinecode.local.template.SamTemplateReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awscdk.App;
import software.amazon.awscdk.assertions.Match;
import software.amazon.awscdk.assertions.Template;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class CaffeineStackTest {
    private final Template template = SynthesizedStack.template();

    @Test
    void missingJarSaysWhatToBuild(@TempDir Path empty) {
        assertThatIllegalStateException()
                .isThrownBy(() -> new CaffeineStack(new App(), "CaffeineCode", SamTemplateReader.bundled(), empty))
                .withMessage("functions/api/target/api-lambda.jar is missing; build it with: mvn package");
    }

    @Test
    void filesAreEncryptedPrivateAndForgottenAWeekAfterTheyWereDeleted() {
        template.hasResourceProperties(
                "AWS::S3::Bucket",
                Map.of(
                        "BucketEncryption",
                        Match.anyValue(),
                        "PublicAccessBlockConfiguration",
                        Map.of(
                                "BlockPublicAcls", true,
                                "BlockPublicPolicy", true,
                                "IgnorePublicAcls", true,
                                "RestrictPublicBuckets", true),
                        "VersioningConfiguration",
                        Map.of("Status", "Enabled"),
                        "LifecycleConfiguration",
                        Map.of(
                                "Rules",
                                Match.arrayWith(List.of(Match.objectLike(
                                        Map.of("NoncurrentVersionExpiration", Map.of("NoncurrentDays", 7))))))));
    }

    @Test
    void filesAndQueuesAreReachedByTlsOnly() {
        Map<String, Object> refusal =
                Map.of("Effect", "Deny", "Condition", Map.of("Bool", Map.of("aws:SecureTransport", "false")));
        Map<String, Object> policy =
                Map.of("PolicyDocument", Map.of("Statement", Match.arrayWith(List.of(Match.objectLike(refusal)))));

        template.resourcePropertiesCountIs("AWS::S3::BucketPolicy", policy, 1);
        template.resourcePropertiesCountIs(
                "AWS::SQS::QueuePolicy", policy, SynthesizedStack.sam().queues().size());
    }

    @Test
    void databaseIsEncryptedProtectedAndReachedByTheFunctionsAlone() {
        template.hasResourceProperties(
                "AWS::RDS::DBCluster",
                Map.of(
                        "Engine",
                        "aurora-postgresql",
                        "EngineVersion",
                        Match.stringLikeRegexp("^17\\."),
                        "StorageEncrypted",
                        true,
                        "DeletionProtection",
                        true,
                        "BackupRetentionPeriod",
                        7));
        template.hasResourceProperties("AWS::RDS::DBInstance", Map.of("PubliclyAccessible", false));
        assertThat(template.findResources("AWS::EC2::SecurityGroupIngress").values())
                .singleElement()
                .satisfies(rule -> assertThat(rule.toString())
                        .contains("SourceSecurityGroupId", "NetworkFunctionsGroup")
                        .doesNotContain("CidrIp"));
    }

    /** CloudFormation resolves the references when it deploys; neither password is ever in the template. */
    @Test
    void secretsAreReferencesInTheTemplate() {
        template.resourceCountIs("AWS::SecretsManager::Secret", 2);
        template.allResourcesProperties(
                "AWS::Lambda::Function",
                Map.of(
                        "Environment",
                        Map.of(
                                "Variables",
                                Match.objectLike(
                                        Map.of(
                                                "CAFFEINE_DATABASE_URL",
                                                Map.of(
                                                        "Fn::Join",
                                                        List.of(
                                                                "",
                                                                Match.arrayWith(
                                                                        List.of(
                                                                                "postgresql://caffeinecode:{{resolve:secretsmanager:")))))))));
    }

    @Test
    void writingIsForTheGenerateFunctionAndClaudeAndEmbeddingForTheIndexFunction() {
        Map<String, Map<String, Object>> policies = template.findResources("AWS::IAM::Policy");

        assertThat(policies.entrySet())
                .filteredOn(policy -> policy.toString().contains("bedrock"))
                .satisfiesExactlyInAnyOrder(
                        policy -> assertThat(policy.toString())
                                .startsWith("FunctionsGenerateFunction")
                                .contains("bedrock:InvokeModel", "foundation-model/anthropic.*"),
                        policy -> assertThat(policy.toString())
                                .startsWith("FunctionsIndexFunction")
                                .contains("foundation-model/amazon.titan-embed", "foundation-model/cohere.embed-*")
                                .doesNotContain("anthropic"));
    }

    /** X-Ray's two actions know no resources. */
    @Test
    void nothingButTracingIsAllowedEverywhere() {
        assertThat(template.findResources("AWS::IAM::Policy").values())
                .allSatisfy(policy -> assertThat(policy.toString()
                                .replace(
                                        "Action=[xray:PutTraceSegments, xray:PutTelemetryRecords], Effect=Allow, Resource=*",
                                        ""))
                        .doesNotContain("Resource=*", "Action=*"));
    }

    @Test
    void functionsAreTracedAndTheirLogsForgotten() {
        template.allResourcesProperties("AWS::Lambda::Function", Map.of("TracingConfig", Map.of("Mode", "Active")));
        template.allResourcesProperties("AWS::Logs::LogGroup", Map.of("RetentionInDays", 30));
    }

    @Test
    void everyParkedMessageRaisesAnAlarm() {
        template.resourcePropertiesCountIs(
                "AWS::CloudWatch::Alarm",
                Map.of(
                        "Threshold",
                        1,
                        "MetricName",
                        "ApproximateNumberOfMessagesVisible",
                        "AlarmActions",
                        Match.anyValue()),
                3);
    }

    @Test
    void unknownPathIsAProblemLikeEveryOther() {
        template.hasResourceProperties(
                "AWS::ApiGateway::GatewayResponse",
                Map.of(
                        "ResponseType",
                        "MISSING_AUTHENTICATION_TOKEN",
                        "StatusCode",
                        "404",
                        "ResponseTemplates",
                        Map.of(
                                "application/json",
                                Match.serializedJson(
                                        Match.objectLike(Map.of("code", "no_such_resource", "status", 404))))));
    }
}
