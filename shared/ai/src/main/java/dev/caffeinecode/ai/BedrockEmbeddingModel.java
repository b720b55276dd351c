package dev.caffeinecode.ai;

import dev.caffeinecode.platform.problem.ErrorCode;
import dev.caffeinecode.platform.problem.ProblemException;
import io.micronaut.context.BeanProvider;
import io.micronaut.context.annotation.Requires;
import io.micronaut.core.type.Argument;
import io.micronaut.json.tree.JsonNode;
import io.micronaut.serde.ObjectMapper;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.bedrockruntime.BedrockRuntimeClient;
import software.amazon.awssdk.services.bedrockruntime.model.InvokeModelResponse;
import software.amazon.awssdk.services.bedrockruntime.model.ValidationException;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Titan Text Embeddings v2 or Embed of Cohere by Bedrock's InvokeModel. */
@Requires(classes = BedrockRuntimeClient.class)
@Named(EmbeddingModels.BEDROCK)
@Singleton
class BedrockEmbeddingModel implements EmbeddingModel {
    /** Below this a text is not too long, whatever the service says. */
    private static final int SHORT_CHARACTERS = 500;

    private static final Pattern TOO_LONG = Pattern.compile("too many .*tokens|too long|max", Pattern.CASE_INSENSITIVE);

    /** Bedrock's user guide, "Monitor your token usage by counting tokens": on the answers of InvokeModel. */
    private static final String TOKENS_HEADER = "X-Amzn-Bedrock-Input-Token-Count";

    private final String model;
    private final EmbeddingFormat format;
    private final EmbeddingModelId id;
    private final BeanProvider<BedrockRuntimeClient> bedrock;
    private final ObjectMapper json;

    BedrockEmbeddingModel(EmbeddingSettings settings, BeanProvider<BedrockRuntimeClient> bedrock, ObjectMapper json) {
        this.model = settings.bedrock();
        this.format = EmbeddingFormat.of(model);
        this.id =
                new EmbeddingModelId(Provider.BEDROCK.label() + "/" + withoutRegion(model), EmbeddingFormat.DIMENSION);
        this.bedrock = bedrock;
        this.json = json;
    }

    /** An inference profile leads to the same model, and its vectors are the same. */
    private static String withoutRegion(String model) {
        return model.replaceFirst("^[a-z]+\\.(?=[a-z]+\\.)", "");
    }

    @Override
    public EmbeddingModelId id() {
        return id;
    }

    @Override
    public Embeddings documents(List<String> texts) {
        BedrockRuntimeClient client = BedrockClientFactory.checked(bedrock);
        List<List<String>> requests = new ArrayList<>();
        for (int from = 0; from < texts.size(); from += format.textsPerCall()) {
            requests.add(texts.subList(from, Math.min(texts.size(), from + format.textsPerCall())));
        }
        List<Embeddings> answers = SideBySide.map(requests, request -> ask(client, request, false));
        return new Embeddings(
                answers.stream().flatMap(answer -> answer.vectors().stream()).toList(),
                answers.stream().map(Embeddings::usage).reduce(TokenUsage.NONE, TokenUsage::plus));
    }

    @Override
    public float[] query(String text) {
        return ask(BedrockClientFactory.checked(bedrock), List.of(text), true)
                .vectors()
                .getFirst();
    }

    private Embeddings ask(BedrockRuntimeClient client, List<String> texts, boolean query) {
        List<String> cut = texts.stream()
                .map(text -> text.substring(0, Math.min(text.length(), format.maxCharacters())))
                .toList();
        try {
            byte[] body = json.writeValueAsBytes(format.request(cut, query));
            InvokeModelResponse response = client.invokeModel(request -> request.modelId(model)
                    .contentType("application/json")
                    .accept("application/json")
                    .body(SdkBytes.fromByteArray(body)));
            return answer(response, texts.size());
        } catch (ValidationException e) {
            String text = cut.getFirst();
            if (cut.size() > 1 || text.length() < SHORT_CHARACTERS || !isTooLong(e)) {
                throw BedrockProblems.of(model, e);
            }
            return ask(client, List.of(text.substring(0, text.length() / 2)), query);
        } catch (SdkException e) {
            throw BedrockProblems.of(model, e);
        } catch (IOException e) {
            throw new ProblemException(ErrorCode.MODEL_UNAVAILABLE, "the model's answer is no JSON", e);
        }
    }

    /** Characters say little about tokens in some scripts, and only the service counts them. */
    private static boolean isTooLong(ValidationException failure) {
        return TOO_LONG.matcher(String.valueOf(failure.getMessage())).find();
    }

    private Embeddings answer(InvokeModelResponse response, int texts) throws IOException {
        JsonNode body = json.readValue(response.body().asByteArrayUnsafe(), Argument.of(JsonNode.class));
        List<float[]> vectors = new ArrayList<>();
        JsonNode one = body.get("embedding");
        if (one != null) {
            vectors.add(vector(one));
        } else {
            several(body).forEach(each -> vectors.add(vector(each)));
        }
        if (vectors.size() != texts) {
            throw new ProblemException(
                    ErrorCode.MODEL_UNAVAILABLE,
                    "the model gave " + vectors.size() + " vectors for " + texts + " texts");
        }
        return new Embeddings(vectors, new TokenUsage(tokens(response), 0, 0, 0));
    }

    /** By type, as it is asked for, or the list alone. */
    private static Iterable<JsonNode> several(JsonNode body) {
        JsonNode all = body.get("embeddings");
        if (all == null) {
            return List.of();
        }
        JsonNode floats = all.get("float");
        return floats == null ? all.values() : floats.values();
    }

    private static float[] vector(JsonNode numbers) {
        if (numbers.size() != EmbeddingFormat.DIMENSION) {
            throw new ProblemException(
                    ErrorCode.MODEL_REQUEST_REFUSED, "the model gives vectors of dimension " + numbers.size());
        }
        float[] vector = new float[numbers.size()];
        int at = 0;
        for (JsonNode number : numbers.values()) {
            vector[at++] = number.getFloatValue();
        }
        return Vectors.unit(vector);
    }

    private static long tokens(InvokeModelResponse response) {
        return response.sdkHttpResponse()
                .firstMatchingHeader(TOKENS_HEADER)
                .filter(text -> text.matches("[0-9]{1,9}"))
                .map(Long::parseLong)
                .orElse(0L);
    }
}
