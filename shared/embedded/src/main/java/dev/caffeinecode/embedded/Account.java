package dev.caffeinecode.embedded;

import com.sun.security.auth.module.UnixSystem;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Whom the server runs as. PostgreSQL refuses to be root, so root gives it another name by the first way that works on
 * this machine; anybody else runs it as themselves.
 *
 * @param prefix put before each command; empty to run it directly
 * @param nobody whether that makes it user {@value #NOBODY}, who must then own the data
 */
record Account(List<String> prefix, boolean nobody) {
    static final Account OURSELVES = new Account(List.of(), false);

    private static final int ROOT = 0;

    /** The user and group without rights on every Linux (kernel's overflow id). */
    private static final int NOBODY = 65534;

    private static final Duration PROBE_LIMIT = Duration.ofSeconds(10);
    private static final List<String> SETPRIV =
            List.of("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups");

    /** From the least change to the most. */
    private static final List<Account> WAYS_FROM_ROOT = List.of(
            // A user namespace: for the kernel's file checks still root, so every directory can be reached.
            new Account(List.of("unshare", "-U"), false),
            new Account(SETPRIV, true),
            // As nobody below a directory that only root may enter (HOME of root in a container): with the one
            // capability that passes such directories, kept through access(2) by no_setuid_fixup.
            new Account(
                    Stream.concat(
                                    SETPRIV.stream(),
                                    Stream.of(
                                            "--inh-caps=+dac_override",
                                            "--ambient-caps=+dac_override",
                                            "--securebits=+no_setuid_fixup"))
                            .toList(),
                    true),
            new Account(List.of("runuser", "-u", "nobody", "--"), true));

    Account {
        prefix = List.copyOf(prefix);
    }

    /** Chooses for this process. */
    static Account choose(Installation installation, Path directory) throws InterruptedException {
        return new UnixSystem().getUid() == ROOT ? choose(WAYS_FROM_ROOT, installation, directory) : OURSELVES;
    }

    /**
     * Takes the first way that ends as somebody else than root who can enter the directory and run the server.
     *
     * @throws EmbeddedStartException if none does
     */
    static Account choose(List<Account> ways, Installation installation, Path directory) throws InterruptedException {
        List<String> tried = new ArrayList<>();
        for (Account way : ways) {
            String complaint = way.complaint(installation, directory);
            if (complaint.isEmpty()) {
                return way;
            }
            tried.add(String.join(" ", way.prefix()) + ": " + complaint);
        }
        throw new EmbeddedStartException("PostgreSQL does not run as root, and none of the ways to start it as somebody"
                + " else works here. Run this program as a normal user. " + Remedy.OTHER_DATABASE + " Tried:\n"
                + String.join("\n", tried));
    }

    static List<Account> waysFromRoot() {
        return WAYS_FROM_ROOT;
    }

    List<String> command(Path program, List<String> arguments) {
        return Stream.of(prefix, List.of(program.toString()), arguments)
                .flatMap(List::stream)
                .toList();
    }

    /** Gives a tree to the account if it has another owner; the top goes last, so that it tells of the whole. */
    void own(Path tree) throws IOException {
        if (!nobody || Integer.valueOf(NOBODY).equals(Files.getAttribute(tree, "unix:uid"))) {
            return;
        }
        List<Path> paths;
        try (Stream<Path> walk = Files.walk(tree)) {
            paths = walk.toList();
        }
        for (Path path : paths.reversed()) {
            Files.setAttribute(path, "unix:gid", NOBODY, LinkOption.NOFOLLOW_LINKS);
            Files.setAttribute(path, "unix:uid", NOBODY, LinkOption.NOFOLLOW_LINKS);
        }
    }

    private String complaint(Installation installation, Path directory) throws InterruptedException {
        String probe = "test \"$(id -u)\" -ne 0 && test -x \"$1\" && exec \"$0\" -V";
        List<String> arguments =
                List.of("-c", probe, installation.program("postgres").toString(), directory.toString());
        try {
            Program.Outcome outcome = new Program(command(Path.of("sh"), arguments), Map.of(), PROBE_LIMIT).run();
            return outcome.succeeded() ? "" : "exit code " + outcome.exitCode() + " " + outcome.lastLines(2);
        } catch (IOException e) {
            return String.valueOf(e.getMessage());
        }
    }
}
