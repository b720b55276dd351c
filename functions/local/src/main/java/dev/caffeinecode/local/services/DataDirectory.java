package dev.caffeinecode.local.services;

import dev.caffeinecode.embedded.ProcessLock;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;

/**
 * Where the local process keeps everything: database, objects, the secret that signs tokens, logs. One process uses it at
 * a time.
 */
public final class DataDirectory {
    private static final int SECRET_BYTES = 32;

    private final Path path;

    /** @param path made if it is missing, for the owner alone */
    public DataDirectory(Path path) throws IOException {
        this.path = path.toAbsolutePath().normalize();
        if (!Files.isDirectory(this.path)) {
            Files.createDirectories(this.path);
            Files.setPosixFilePermissions(this.path, PosixFilePermissions.fromString("rwx------"));
        }
    }

    /** {@code ~/.caffeinecode}. */
    public static Path standard() {
        return Path.of(String.valueOf(System.getProperty("user.home")), ".caffeinecode");
    }

    public Path path() {
        return path;
    }

    public Path resolve(String name) {
        return path.resolve(name);
    }

    /** Empty while another process uses it. */
    public Optional<ProcessLock> lock() throws IOException {
        return ProcessLock.tryAcquire(path.resolve("lock"));
    }

    /** 64 hex digits, made at first use and kept; readable by the owner alone. */
    public String secret() throws IOException {
        Path file = path.resolve("secret");
        if (!Files.exists(file)) {
            byte[] random = new byte[SECRET_BYTES];
            new SecureRandom().nextBytes(random);
            writePrivately(file, HexFormat.of().formatHex(random));
        }
        return Files.readString(file).strip();
    }

    /** Where the process that uses this directory answers, as it wrote it; it may have died since. */
    public Optional<String> address() throws IOException {
        Path file = path.resolve("address");
        return Files.exists(file) ? Optional.of(Files.readString(file).strip()) : Optional.empty();
    }

    public void publishAddress(String address) throws IOException {
        writePrivately(path.resolve("address"), address);
    }

    public void withdrawAddress() throws IOException {
        Files.deleteIfExists(path.resolve("address"));
    }

    private void writePrivately(Path file, String text) throws IOException {
        Path part = Files.createTempFile(path, "new-", "");
        Files.write(part, text.getBytes(StandardCharsets.UTF_8), StandardOpenOption.TRUNCATE_EXISTING);
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
    }
}
