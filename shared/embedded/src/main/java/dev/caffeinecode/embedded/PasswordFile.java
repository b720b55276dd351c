package dev.caffeinecode.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.util.HexFormat;

/** The superuser's password: random, made once, in a file only its owner can read. */
final class PasswordFile {
    private static final int BYTES = 24;

    private PasswordFile() {}

    /** Reads the password or makes one; the caller holds a lock that keeps other makers away. */
    static String readOrCreate(Path file) throws IOException {
        if (Files.exists(file)) {
            return Files.readString(file).strip();
        }
        byte[] random = new byte[BYTES];
        new SecureRandom().nextBytes(random);
        String password = HexFormat.of().formatHex(random);
        write(file, password);
        return password;
    }

    /** Replaces the file; it is never there in part, and never readable by others (temporary files are 0600). */
    static void write(Path file, String password) throws IOException {
        Path whole = Files.createTempFile(file.resolveSibling(""), "password", ".new");
        Files.writeString(whole, password + "\n");
        Files.move(whole, file, StandardCopyOption.ATOMIC_MOVE);
    }
}
