package dev.caffeinecode.docs.export;

import dev.caffeinecode.docs.markdown.CodeBlocks;
import dev.caffeinecode.docs.markdown.Links;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Turns the {@code source:} and {@code page:} links of a stored page into links between the files of an export. */
final class LinkRewriter {
    /** The destination of an inline link; stored pages are written by a renderer that uses no other form. */
    private static final Pattern DESTINATION = Pattern.compile("]\\(<?(?<destination>(?:source|page):[^)\\s>]*)>?\\)");

    private final UnaryOperator<String> sourceFile;
    private final UnaryOperator<String> pageFile;

    /**
     * @param sourceFile from the path of a source file to that of its copy in the export
     * @param pageFile from a slug to the path of the page in the export
     */
    LinkRewriter(UnaryOperator<String> sourceFile, UnaryOperator<String> pageFile) {
        this.sourceFile = sourceFile;
        this.pageFile = pageFile;
    }

    /** @param file path in the export of the page that holds the text */
    String rewrite(String markdown, String file) {
        Path directory = Path.of("/", file).getParent();
        return CodeBlocks.mapOutside(markdown, prose -> {
            Matcher matcher = DESTINATION.matcher(prose);
            StringBuilder result = new StringBuilder();
            while (matcher.find()) {
                String destination = String.valueOf(matcher.group("destination"));
                String target = target(destination, directory == null ? Path.of("/") : directory);
                matcher.appendReplacement(result, Matcher.quoteReplacement("](" + target + ")"));
            }
            return matcher.appendTail(result).toString();
        });
    }

    private String target(String destination, Path directory) {
        Optional<Links.SourceTarget> source = Links.sourceTarget(destination);
        if (source.isPresent()) {
            String link = relative(directory, sourceFile.apply(source.get().path()));
            return source.get().lines() == null
                    ? link
                    : link + "#L" + source.get().lines().first() + "-L"
                            + source.get().lines().last();
        }
        return Links.pageTarget(destination)
                .map(slug -> relative(directory, pageFile.apply(slug)))
                .orElse(destination);
    }

    private static String relative(Path directory, String file) {
        String path = directory.relativize(Path.of("/", file)).toString().replace('\\', '/');
        return Links.encode(path);
    }
}
