package dev.caffeinecode.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/** A program that stops half way through unpacking, to be killed there. */
final class UnpackProgram {
    private UnpackProgram() {}

    /** Prints {@code half} when it is there. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path home = Installation.home(Path.of(arguments[0]), Platform.current());
        WholeDirectory.fillOnce(home, directory -> {
            Files.createDirectory(directory.resolve("bin"));
            Files.writeString(directory.resolve("bin/postgres"), "half a program");
            System.out.println("half");
            new CountDownLatch(1).await();
        });
    }
}
