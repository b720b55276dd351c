package dev.caffeinecode.code.index;

import dev.caffeinecode.code.text.Sha256;
import dev.caffeinecode.code.treesitter.SyntaxParser;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLConnection;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;

/**
 * Tells builds of the readers apart: what one has found out about files is not what another would. Nobody has to remember
 * to raise a number; it is a digest of the classes of this module, whatever they do, of the parsers and of the release of
 * Java.
 */
public final class ReaderBuild {
    private static final String CLASSES = "dev/caffeinecode/code/";
    private static final Optional<String> CURRENT =
            current(ReaderBuild.class.getProtectionDomain().getCodeSource());

    private ReaderBuild() {}

    /** Returns 64 hex digits; empty if the classes cannot be looked at, so that nothing may be reused. */
    public static Optional<String> current() {
        return CURRENT;
    }

    private static Optional<String> current(@Nullable CodeSource source) {
        if (source == null || source.getLocation() == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(of(Path.of(source.getLocation().toURI()), SyntaxParser.libraries()));
        } catch (IOException | URISyntaxException | IllegalArgumentException | IllegalStateException e) {
            return Optional.empty(); // an odd class path costs time, not the run
        }
    }

    /**
     * Returns the digest of a build.
     *
     * @param classes a jar or a folder
     */
    static String of(Path classes, List<URL> libraries) throws IOException {
        List<String> parts = new ArrayList<>(Files.isDirectory(classes) ? inFolder(classes) : inJar(classes));
        Collections.sort(parts);
        for (URL library : libraries) {
            parts.add(library.getFile().replaceFirst(".*/", "") + " " + checksum(library));
        }
        parts.add("java " + Runtime.version().feature());
        return Sha256.hex(String.join("\n", parts).getBytes(StandardCharsets.UTF_8));
    }

    private static List<String> inFolder(Path folder) throws IOException {
        List<String> parts = new ArrayList<>();
        try (Stream<Path> files = Files.walk(folder.resolve(CLASSES))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String name = folder.relativize(file).toString().replace('\\', '/');
                parts.add(name + " " + checksum(file.toUri().toURL()));
            }
        }
        return parts;
    }

    /** The directory of a jar holds the checksums already. */
    private static List<String> inJar(Path jar) throws IOException {
        try (JarFile file = new JarFile(jar.toFile())) {
            return file.stream()
                    .filter(entry -> entry.getName().startsWith(CLASSES) && !entry.isDirectory())
                    .map(entry -> entry.getName() + " " + entry.getCrc())
                    .toList();
        }
    }

    private static long checksum(URL file) throws IOException {
        URLConnection connection = file.openConnection();
        connection.setUseCaches(false); // what is closed here is used by nobody else
        if (connection instanceof JarURLConnection inside) {
            try (JarFile jar = inside.getJarFile()) {
                ZipEntry entry = jar.getEntry(inside.getEntryName());
                return entry == null ? 0 : entry.getCrc();
            }
        }
        CRC32 checksum = new CRC32();
        try (InputStream in = connection.getInputStream()) {
            checksum.update(in.readAllBytes());
        }
        return checksum.getValue();
    }
}
