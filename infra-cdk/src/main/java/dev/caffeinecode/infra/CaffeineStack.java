package dev.caffeinecode.infra;

import dev.caffeinecode.local.template.SamTemplate;
import software.amazon.awscdk.Arn;
import software.amazon.awscdk.ArnComponents;
import software.amazon.awscdk.CfnOutput;
import software.amazon.awscdk.CfnParameter;
import software.amazon.awscdk.Size;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.lambda.Function;
import software.amazon.awscdk.services.secretsmanager.Secret;
import software.amazon.awscdk.services.secretsmanager.SecretStringGenerator;
import software.amazon.awscdk.services.sqs.Queue;
import software.constructs.Construct;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** One installation: wires the constructs, and says which function may do what. */
final class CaffeineStack extends Stack {
    private static final int SECRET_CHARACTERS = 64;

    private static final Size SMALLEST = Size.mebibytes(512);

    private final Files files;
    private final Queues queues;

    /** @param root of the project, below which the jars of the functions lie */
    CaffeineStack(Construct scope, String id, SamTemplate template, Path root) {
        super(scope, id);
        Network network = new Network(this, "Network");
        Database database = new Database(this, "Database", network);
        database.allow(network.functions());
        files = new Files(this, "Files");
        queues = new Queues(this, "Queues", template.queues());

        Map<String, String> references = new HashMap<>(queues.urls());
        references.put("Files", files.bucket().getBucketName());
        references.put("DatabaseUrl", database.url());
        references.put("TokenSecret", tokenSecret());
        references.put("ModelProvider", modelProvider());
        references.put("EmbeddingProvider", embeddingProvider());
        references.put("EmbeddingModel", embeddingModel());
        Functions functions =
                new Functions(this, "Functions", new Functions.Props(template, root, references, network, queues));

        Api api = new Api(
                this,
                "Api",
                api(functions),
                Objects.requireNonNull(template.functions().get("ApiFunction")).routes());
        clone(functions);
        index(functions);
        generate(functions);
        sweep(functions);

        DeadLetterAlarms alarms = new DeadLetterAlarms(this, "Alarms", queues.deadLetters());
        CfnOutput.Builder.create(this, "ApiUrl").value(api.url() + "api").build();
        CfnOutput.Builder.create(this, "AlarmTopic").value(alarms.topicArn()).build();
    }

    private Function api(Functions functions) {
        Function api = functions.create("ApiFunction", SMALLEST);
        files.bucket().grantRead(api);
        mayPutInto(api, "CloneQueue", "GenerateQueue");
        return api;
    }

    private void clone(Functions functions) {
        Function clone = functions.create("CloneFunction", Size.mebibytes(4096));
        files.bucket().grantRead(clone);
        files.bucket().grantPut(clone);
        files.bucket().grantDelete(clone);
        mayPutInto(clone, "IndexQueue", "CloneDeadLetters");
    }

    private void index(Functions functions) {
        Function index = functions.create("IndexFunction", Size.mebibytes(1024));
        files.bucket().grantRead(index);
        files.bucket().grantPut(index);
        mayPutInto(index, "IndexQueue", "IndexDeadLetters");
        index.addToRolePolicy(mayEmbed());
    }

    private void generate(Functions functions) {
        Function generate = functions.create("GenerateFunction", Size.mebibytes(2048));
        files.bucket().grantRead(generate);
        files.bucket().grantPut(generate);
        mayPutInto(generate, "GenerateQueue", "GenerateDeadLetters");
        generate.addToRolePolicy(mayAskClaude());
    }

    private void sweep(Functions functions) {
        mayPutInto(functions.create("SweepFunction", SMALLEST), "CloneQueue", "IndexQueue", "GenerateQueue");
    }

    private void mayPutInto(Function function, String... names) {
        for (String name : names) {
            Queue queue = queues.get(name);
            queue.grantSendMessages(function);
        }
    }

    /** An inference profile may send a request to any region of its part of the world, so both must be allowed there. */
    private PolicyStatement mayAskClaude() {
        return PolicyStatement.Builder.create()
                .actions(List.of("bedrock:InvokeModel"))
                .resources(List.of(
                        arn("", "foundation-model", "anthropic.*"), arn(getAccount(), "inference-profile", "*")))
                .build();
    }

    private PolicyStatement mayEmbed() {
        return PolicyStatement.Builder.create()
                .actions(List.of("bedrock:InvokeModel"))
                .resources(List.of(
                        arn("", "foundation-model", "amazon.titan-embed-text-v2*"),
                        arn("", "foundation-model", "cohere.embed-*"),
                        arn(getAccount(), "inference-profile", "*.cohere.embed-*")))
                .build();
    }

    private String arn(String account, String resource, String name) {
        return Arn.format(
                ArnComponents.builder()
                        .service("bedrock")
                        .region("*")
                        .account(account)
                        .resource(resource)
                        .resourceName(name)
                        .build(),
                this);
    }

    /** Signs the tokens of the installation's own issuer; CloudFormation puts it in when it deploys. */
    private String tokenSecret() {
        return Secret.Builder.create(this, "TokenSecret")
                .generateSecretString(SecretStringGenerator.builder()
                        .passwordLength(SECRET_CHARACTERS)
                        .excludePunctuation(true)
                        .build())
                .build()
                .getSecretValue()
                .unsafeUnwrap();
    }

    private String modelProvider() {
        return CfnParameter.Builder.create(this, "ModelProvider")
                .type("String")
                .description("Who writes when a run does not say")
                .defaultValue("bedrock")
                .allowedValues(List.of("outline", "bedrock"))
                .build()
                .getValueAsString();
    }

    private String embeddingProvider() {
        return CfnParameter.Builder.create(this, "EmbeddingProvider")
                .type("String")
                .description("Who embeds chunks, so that they are found by their meaning")
                .defaultValue("bedrock")
                .allowedValues(List.of("none", "bedrock"))
                .build()
                .getValueAsString();
    }

    private String embeddingModel() {
        return CfnParameter.Builder.create(this, "EmbeddingModel")
                .type("String")
                .description("Bedrock's Titan Text Embeddings v2, or Embed of Cohere in version 3 or 4")
                .defaultValue("amazon.titan-embed-text-v2:0")
                .build()
                .getValueAsString();
    }
}
