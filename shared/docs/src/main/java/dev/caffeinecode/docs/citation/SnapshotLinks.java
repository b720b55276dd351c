package dev.caffeinecode.docs.citation;

import dev.caffeinecode.docs.markdown.LinkPolicy;
import dev.caffeinecode.docs.markdown.Links;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Lets a link pass only when it leads to a page of the wiki, to a file of the snapshot, or to a web address that the
 * source itself names: a model's or a README's text cannot send a reader anywhere else.
 */
public final class SnapshotLinks implements LinkPolicy {
    private final String directory;
    private final Predicate<Links.SourceTarget> isSource;
    private final Predicate<String> isPage;
    private final Predicate<String> isNamedInSource;

    /**
     * @param directory that relative links start from; empty for the root
     * @param isSource whether the snapshot has this file, and the file these lines
     * @param isPage whether the wiki has a page of this slug
     * @param isNamedInSource whether the source that was read holds this web address
     */
    public SnapshotLinks(
            String directory,
            Predicate<Links.SourceTarget> isSource,
            Predicate<String> isPage,
            Predicate<String> isNamedInSource) {
        this.directory = directory;
        this.isSource = isSource;
        this.isPage = isPage;
        this.isNamedInSource = isNamedInSource;
    }

    @Override
    public Optional<String> destination(String destination) {
        Optional<Links.SourceTarget> source = Links.sourceTarget(destination);
        if (source.isPresent()) {
            return Optional.of(destination).filter(_ -> isSource.test(source.get()));
        }
        Optional<String> page = Links.pageTarget(destination);
        if (page.isPresent()) {
            return Optional.of(destination).filter(_ -> isPage.test(page.get()));
        }
        if (destination.startsWith("https://") || destination.startsWith("http://")) {
            return Optional.of(destination).filter(isNamedInSource).filter(SnapshotLinks::isPlainUrl);
        }
        return relative(destination)
                .filter(path -> isSource.test(new Links.SourceTarget(path, null)))
                .map(Links::sourceDestination);
    }

    private static boolean isPlainUrl(String url) {
        try {
            URI uri = new URI(url);
            return uri.getHost() != null && uri.getUserInfo() == null;
        } catch (URISyntaxException e) {
            return false;
        }
    }

    private Optional<String> relative(String destination) {
        String path = destination.split("[?#]", 2)[0];
        if (path.isEmpty() || path.contains(":")) {
            return Optional.empty();
        }
        String joined = path.startsWith("/") || directory.isEmpty() ? path : directory + "/" + path;
        Deque<String> segments = new ArrayDeque<>();
        for (String segment : joined.split("/")) {
            if (segment.equals("..")) {
                if (segments.pollLast() == null) {
                    return Optional.empty();
                }
            } else if (!segment.isEmpty() && !segment.equals(".")) {
                segments.addLast(segment);
            }
        }
        return Optional.of(String.join("/", segments));
    }
}
