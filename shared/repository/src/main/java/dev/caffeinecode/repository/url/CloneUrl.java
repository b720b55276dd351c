package dev.caffeinecode.repository.url;

import java.net.URI;
import java.nio.file.Path;

/** Where a repository is cloned from, after {@link CloneUrlParser} has let it pass. */
public sealed interface CloneUrl {
    /** As people see it and as it is stored. */
    String text();

    /** Equal for spellings of the same repository; never shown. */
    String key();

    /** The last segment of its path without {@code .git}. */
    String name();

    /**
     * A repository on a git server.
     *
     * @param uri {@code https} or {@code http}, lower-case host, no user info, query or fragment
     * @param port always explicit here, 1 to 65535
     */
    record Remote(URI uri, String host, int port, String key, String name) implements CloneUrl {
        @Override
        public String text() {
            return uri.toString();
        }
    }

    /**
     * A repository on this machine.
     *
     * @param path absolute and normalised
     */
    record Local(Path path) implements CloneUrl {
        @Override
        public String text() {
            return path.toString();
        }

        @Override
        public String key() {
            return "path:" + path;
        }

        @Override
        public String name() {
            Path last = path.getFileName();
            String name = last == null ? "repository" : last.toString();
            return CloneUrlParser.withoutGitSuffix(name);
        }
    }
}
