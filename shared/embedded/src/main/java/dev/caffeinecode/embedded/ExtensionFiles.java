package dev.caffeinecode.embedded;

import java.io.IOException;
import java.lang.module.ModuleDescriptor.Version;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The files of pgvector as they lie in an installation.
 *
 * @param library the loadable module
 * @param extensions directory of the control and SQL files
 */
record ExtensionFiles(Path library, Path extensions) {
    private static final String CONTROL = "vector.control";
    private static final Pattern DEFAULT_VERSION =
            Pattern.compile("^default_version\\s*=\\s*'([0-9.]+)'", Pattern.MULTILINE);

    /** Whether it is there; the control file is the last that {@link #copyTo} writes. */
    boolean exist() {
        return Files.exists(extensions.resolve(CONTROL)) && Files.exists(library);
    }

    /** Whether it is there and of that version or a later one. */
    boolean existSince(String oldest) throws IOException {
        return exist()
                && version()
                        .filter(version -> version.compareTo(Version.parse(oldest)) >= 0)
                        .isPresent();
    }

    /** Copies over what is there; a server that starts meanwhile sees either no extension or all of it. */
    void copyTo(ExtensionFiles target) throws IOException {
        copy(library, target.library());
        for (Path script : scripts()) {
            copy(script, target.extensions().resolve(extensions.relativize(script)));
        }
        copy(extensions.resolve(CONTROL), target.extensions().resolve(CONTROL));
    }

    private Optional<Version> version() throws IOException {
        Matcher matcher = DEFAULT_VERSION.matcher(Files.readString(extensions.resolve(CONTROL)));
        return matcher.find() ? Optional.of(Version.parse(matcher.group(1))) : Optional.empty();
    }

    private List<Path> scripts() throws IOException {
        List<Path> scripts = new ArrayList<>();
        try (DirectoryStream<Path> found = Files.newDirectoryStream(extensions, "vector--*.sql")) {
            found.forEach(scripts::add);
        }
        return List.copyOf(scripts);
    }

    private static void copy(Path from, Path to) throws IOException {
        Path whole = Files.createTempFile(to.resolveSibling(""), "new-", ".part");
        Files.copy(from, whole, StandardCopyOption.REPLACE_EXISTING);
        Files.setPosixFilePermissions(whole, PosixFilePermissions.fromString("rw-r--r--"));
        Files.move(whole, to, StandardCopyOption.ATOMIC_MOVE);
    }
}
