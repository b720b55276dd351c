package dev.caffeinecode.ai;

import ai.djl.huggingface.tokenizers.Encoding;
import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import dev.caffeinecode.platform.problem.ErrorCode;
import dev.caffeinecode.platform.problem.ProblemException;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.InputStream;
import java.nio.LongBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Semaphore;

/**
 * all-MiniLM-L6-v2 with 8-bit weights, computed in this process: no key, no network, no price. Loaded when it is asked for
 * the first time, which takes half a second and 200 MB.
 */
@Requires(classes = {OrtSession.class, HuggingFaceTokenizer.class})
@Named(EmbeddingModels.LOCAL)
@Singleton
class MiniLmModel implements EmbeddingModel {
    static final EmbeddingModelId ID = new EmbeddingModelId("local/all-minilm-l6-v2-q", 384);

    /** Word pieces that the model was trained on; its card on Hugging Face says that longer texts are cut. */
    static final int MAX_WORD_PIECES = 256;

    /** Of a text that is long enough for any 256 word pieces; the tokenizer need not read the rest. */
    private static final int MAX_CHARACTERS = 8_000;

    /** Half of the processors: what somebody waits for goes on beside it. */
    private final Semaphore processors =
            new Semaphore(Math.max(1, Runtime.getRuntime().availableProcessors() / 2));

    private @Nullable Loaded loaded;

    /** What computes. */
    private record Loaded(OrtEnvironment environment, OrtSession session, HuggingFaceTokenizer tokenizer) {
        static Loaded load() throws IOException, OrtException {
            keepAtHome();
            OrtEnvironment environment = OrtEnvironment.getEnvironment();
            try (OrtSession.SessionOptions options = new OrtSession.SessionOptions();
                    InputStream model = resource("all-minilm-l6-v2-q.onnx");
                    InputStream vocabulary = resource("all-minilm-l6-v2-q-tokenizer.json")) {
                // Steps of several messages run side by side; threads of its own would only compete with theirs.
                options.setIntraOpNumThreads(1);
                options.setInterOpNumThreads(1);
                OrtSession session = environment.createSession(model.readAllBytes(), options);
                HuggingFaceTokenizer tokenizer = HuggingFaceTokenizer.newInstance(
                        vocabulary,
                        Map.of(
                                "padding",
                                "false",
                                "truncation",
                                "true",
                                "maxLength",
                                String.valueOf(MAX_WORD_PIECES),
                                "modelMaxLength",
                                String.valueOf(MAX_WORD_PIECES)));
                return new Loaded(environment, session, tokenizer);
            }
        }

        /** The tokenizer's library reports to its maker otherwise. */
        private static void keepAtHome() {
            System.setProperty("OPT_OUT_TRACKING", "true");
            System.setProperty("ai.djl.offline", "true");
        }

        private static InputStream resource(String name) {
            return Objects.requireNonNull(MiniLmModel.class.getResourceAsStream("/" + name), name);
        }
    }

    @Override
    public EmbeddingModelId id() {
        return ID;
    }

    @Override
    public Embeddings documents(List<String> texts) {
        Loaded model = loaded();
        List<float[]> vectors = new ArrayList<>(texts.size());
        long tokens = 0;
        for (String text : texts) {
            Encoding encoding = encode(model, text);
            tokens += encoding.getIds().length;
            vectors.add(vector(model, encoding));
        }
        return new Embeddings(vectors, new TokenUsage(tokens, 0, 0, 0));
    }

    @Override
    public float[] query(String text) {
        Loaded model = loaded();
        return vector(model, encode(model, text));
    }

    /** How many word pieces of a text are read. */
    int wordPieces(String text) {
        return encode(loaded(), text).getIds().length;
    }

    private synchronized Loaded loaded() {
        Loaded known = loaded;
        if (known == null) {
            try {
                known = Loaded.load();
            } catch (IOException | OrtException | LinkageError e) {
                throw new ProblemException(
                        ErrorCode.MODEL_NOT_CONFIGURED, "the local embedding model does not run on this machine", e);
            }
            loaded = known;
        }
        return known;
    }

    private static Encoding encode(Loaded model, String text) {
        return model.tokenizer().encode(text.substring(0, Math.min(text.length(), MAX_CHARACTERS)));
    }

    private float[] vector(Loaded model, Encoding encoding) {
        processors.acquireUninterruptibly();
        try {
            return compute(model, encoding);
        } finally {
            processors.release();
        }
    }

    private static float[] compute(Loaded model, Encoding encoding) {
        long[] shape = {1, encoding.getIds().length};
        try (OnnxTensor ids = tensor(model, encoding.getIds(), shape);
                OnnxTensor mask = tensor(model, encoding.getAttentionMask(), shape);
                OnnxTensor types = tensor(model, encoding.getTypeIds(), shape);
                OrtSession.Result result = model.session()
                        .run(Map.of("input_ids", ids, "attention_mask", mask, "token_type_ids", types))) {
            float[][][] states = (float[][][]) result.get(0).getValue();
            return Vectors.unit(mean(states[0]));
        } catch (OrtException e) {
            throw new ProblemException(ErrorCode.INTERNAL, "the local embedding model failed", e);
        }
    }

    private static OnnxTensor tensor(Loaded model, long[] values, long[] shape) throws OrtException {
        return OnnxTensor.createTensor(model.environment(), LongBuffer.wrap(values), shape);
    }

    private static float[] mean(float[][] states) {
        float[] mean = new float[ID.dimension()];
        for (float[] state : states) {
            for (int i = 0; i < mean.length; i++) {
                mean[i] += state[i] / states.length;
            }
        }
        return mean;
    }
}
