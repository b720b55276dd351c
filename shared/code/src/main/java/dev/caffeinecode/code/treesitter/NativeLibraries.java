package dev.caffeinecode.code.treesitter;

import dev.caffeinecode.code.text.Sha256;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.lang.foreign.SymbolLookup;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * The C libraries inside the jars, unpacked to files because the system loads libraries from files only.
 *
 * <p>Files are named by their digest and put in place whole, so that processes can share them, and lie in a folder that
 * nobody else can write to, so that nobody can put another library in their place.
 */
final class NativeLibraries {
    private static final String PREFIX = "tree-sitter";

    private static @Nullable Path folder;

    private NativeLibraries() {}

    /** Loads the parser itself. */
    static SymbolLookup core() {
        return load(PREFIX);
    }

    static SymbolLookup grammar(Grammar grammar) {
        return load(PREFIX + "-" + grammar.library());
    }

    @SuppressWarnings("restricted") // loading a library is what this class is for
    private static SymbolLookup load(String library) {
        Path file = unpack(resourceName(library, property("os.name"), property("os.arch")));
        try {
            return SymbolLookup.libraryLookup(file, Arena.global());
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException(
                    "cannot load " + file
                            + ": it needs a C library such as glibc, and the folder of java.io.tmpdir must"
                            + " not be mounted noexec",
                    e);
        }
    }

    /**
     * Returns where a library lies in its jar.
     *
     * @throws IllegalStateException if there is none for the system
     */
    static String resourceName(String library, String system, String architecture) {
        String cpu = switch (architecture.toLowerCase(Locale.ROOT)) {
            case "amd64", "x86_64" -> "x86_64";
            case "aarch64", "arm64" -> "aarch64";
            default -> "";
        };
        String name = system.toLowerCase(Locale.ROOT);
        if (!cpu.isEmpty() && name.startsWith("linux")) {
            return "lib/" + cpu + "-linux-gnu-" + library + ".so";
        }
        if (!cpu.isEmpty() && name.startsWith("mac")) {
            return "lib/" + cpu + "-macos-" + library + ".dylib";
        }
        throw new IllegalStateException("source code is parsed on Linux and macOS, on x86_64 and aarch64; this is "
                + system + " on " + architecture);
    }

    /** Returns where the parser and all grammars lie for this system. */
    static List<URL> locations() {
        return Stream.concat(
                        Stream.of(PREFIX), Arrays.stream(Grammar.values()).map(each -> PREFIX + "-" + each.library()))
                .distinct()
                .map(library -> location(resourceName(library, property("os.name"), property("os.arch"))))
                .toList();
    }

    private static URL location(String resource) {
        URL location = NativeLibraries.class.getResource("/" + resource);
        if (location == null) {
            throw new IllegalStateException(resource + " is not on the class path");
        }
        return location;
    }

    private static Path unpack(String resource) {
        try (InputStream stream = NativeLibraries.class.getResourceAsStream("/" + resource)) {
            if (stream == null) {
                throw new IllegalStateException(resource + " is not on the class path");
            }
            return place(stream.readAllBytes(), resource.substring(resource.lastIndexOf('.')), folder());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot unpack " + resource, e);
        }
    }

    /** Puts a library into a folder unless it is there already, and returns its file. */
    static Path place(byte[] library, String extension, Path folder) throws IOException {
        Path file = folder.resolve(Sha256.hex(library) + extension);
        if (Files.isRegularFile(file) && Arrays.equals(Files.readAllBytes(file), library)) {
            return file;
        }
        Path part = Files.createTempFile(folder, "part", extension);
        try {
            Files.write(part, library);
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(part);
        }
        return file;
    }

    private static synchronized Path folder() throws IOException {
        Path known = folder;
        if (known == null) {
            known = findFolder();
            folder = known;
        }
        return known;
    }

    /** Finds a folder for this user alone: always the same if it can be trusted, else a new one. */
    private static Path findFolder() throws IOException {
        Path temporary = Path.of(property("java.io.tmpdir"));
        Path shared = temporary.resolve("caffeinecode-" + property("user.name").replaceAll("\\W", "_"));
        if (Files.notExists(shared)) {
            Path fresh = Files.createTempDirectory(temporary, "caffeinecode");
            try {
                return Files.move(fresh, shared, StandardCopyOption.ATOMIC_MOVE);
            } catch (IOException e) {
                Files.deleteIfExists(fresh); // another process was first; its folder is judged below
            }
        }
        return isOurs(shared, temporary) ? shared : Files.createTempDirectory(temporary, "caffeinecode");
    }

    private static boolean isOurs(Path folder, Path temporary) throws IOException {
        PosixFileAttributes attributes =
                Files.readAttributes(folder, PosixFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        Path probe = Files.createTempFile(temporary, "caffeinecode", ".owner");
        try {
            return attributes.isDirectory()
                    && attributes.owner().equals(Files.getOwner(probe))
                    && PosixFilePermissions.toString(attributes.permissions()).equals("rwx------");
        } finally {
            Files.delete(probe);
        }
    }

    private static String property(String name) {
        return Objects.requireNonNull(System.getProperty(name), name);
    }
}
