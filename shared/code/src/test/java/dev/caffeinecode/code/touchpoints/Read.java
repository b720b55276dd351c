package dev.caffeinecode.code.touchpoints;

import dev.caffeinecode.code.Touchpoint;
import dev.caffeinecode.code.TouchpointKind;
import dev.caffeinecode.code.recognition.LanguageRecognizer;
import dev.caffeinecode.code.text.DecodedText;
import dev.caffeinecode.code.text.TextDecoder;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** Reads texts in tests as if they were files, and shows what was found in one line each. */
final class Read {
    private Read() {}

    static List<Touchpoint> all(String path, String text) {
        DecodedText decoded =
                TextDecoder.decode(text.getBytes(StandardCharsets.UTF_8)).orElseThrow();
        return TouchpointReader.read(path, LanguageRecognizer.recognize(path, decoded.head()), decoded);
    }

    /** Returns {@code 3 GET /carts} for each touchpoint of a kind. */
    private static List<String> shown(TouchpointKind kind, String path, String text) {
        return all(path, text).stream()
                .filter(each -> each.kind() == kind)
                .map(each -> each.source().lines() + " " + each.detail() + " " + each.name())
                .toList();
    }

    static List<String> routes(String path, String text) {
        return shown(TouchpointKind.HTTP_ROUTE, path, text);
    }

    static List<String> variables(String path, String text) {
        return shown(TouchpointKind.ENVIRONMENT_VARIABLE, path, text);
    }

    static List<String> tables(String path, String text) {
        return shown(TouchpointKind.TABLE, path, text);
    }

    static List<String> queues(String path, String text) {
        return shown(TouchpointKind.QUEUE, path, text);
    }

    static List<String> topics(String path, String text) {
        return shown(TouchpointKind.TOPIC, path, text);
    }
}
