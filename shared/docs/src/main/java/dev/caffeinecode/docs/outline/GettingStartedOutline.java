package dev.caffeinecode.docs.outline;

import dev.caffeinecode.code.CodeGraph;
import dev.caffeinecode.code.Command;
import dev.caffeinecode.code.CommandPurpose;
import dev.caffeinecode.code.EntryPoint;
import dev.caffeinecode.code.FileFacts;
import dev.caffeinecode.code.FileRole;
import dev.caffeinecode.code.Manifest;
import dev.caffeinecode.code.secret.SecretMask;
import dev.caffeinecode.docs.citation.CitationMark;
import dev.caffeinecode.docs.markdown.Markdown;
import dev.caffeinecode.docs.write.PageTask;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** How to install, build, test and run, as the repository's own files say it; nothing here has been tried. */
final class GettingStartedOutline {
    private static final int MAX_COMMANDS = 12;
    private static final int MAX_ENTRY_POINTS = 30;
    private static final int MAX_DEPENDENCIES = 12;

    private static final Map<CommandPurpose, String> HEADINGS = headings();

    private final CodeGraph graph;

    GettingStartedOutline(PageTask task) {
        this.graph = task.graph();
    }

    private static Map<CommandPurpose, String> headings() {
        Map<CommandPurpose, String> headings = new LinkedHashMap<>();
        headings.put(CommandPurpose.INSTALL, "Install");
        headings.put(CommandPurpose.BUILD, "Build");
        headings.put(CommandPurpose.TEST, "Test");
        headings.put(CommandPurpose.RUN, "Run");
        headings.put(CommandPurpose.LINT, "Check");
        headings.put(CommandPurpose.FORMAT, "Format");
        headings.put(CommandPurpose.DEPLOY, "Deploy");
        return headings;
    }

    OutlineWriter.Section section() {
        StringBuilder text = new StringBuilder(
                "Commands that the repository's own files name. They are quoted from there; nobody has run them.\n\n");
        HEADINGS.forEach((purpose, heading) -> text.append(commands(purpose, heading)));
        text.append(manifests()).append(entryPoints()).append(variables()).append(settings());
        return new OutlineWriter.Section(
                text.toString(), "Commands, build files and settings that the repository names.");
    }

    private String commands(CommandPurpose purpose, String heading) {
        List<Command> commands = distinct(graph.commands().stream()
                .filter(command -> command.purpose() == purpose)
                .sorted(Comparator.comparing(GettingStartedOutline::distance))
                .toList());
        if (commands.isEmpty()) {
            return "";
        }
        StringBuilder text = new StringBuilder("## " + heading + "\n\n");
        commands.stream().limit(MAX_COMMANDS).forEach(command -> text.append(command(command)));
        return text.append(more(commands.size())).toString();
    }

    private static String more(int all) {
        return all <= MAX_COMMANDS
                ? ""
                : "And " + Facts.count((long) all - MAX_COMMANDS, "command", "commands") + " more in other files.\n\n";
    }

    /** Files near the root first, then documents before build files, then the order of the files. */
    private static String distance(Command command) {
        String path = command.source().path();
        long depth = path.chars().filter(character -> character == '/').count();
        return String.format(
                "%04d %s %06d", depth, path, command.source().lines().first());
    }

    private static List<Command> distinct(List<Command> commands) {
        Set<String> seen = new HashSet<>();
        return commands.stream()
                .filter(command -> seen.add(command.line().strip()))
                .toList();
    }

    private static String command(Command command) {
        String named = command.name() == null ? "From" : Facts.code(command.name()) + ", from";
        String line = SecretMask.mask(command.line()).text();
        return Markdown.block("sh", line) + "\n" + named + " " + CitationMark.of(command.source()) + "\n\n";
    }

    private String manifests() {
        List<Manifest> manifests = graph.manifests().stream()
                .sorted(Comparator.comparingLong((Manifest manifest) ->
                                manifest.path().chars().filter(c -> c == '/').count())
                        .thenComparing(Manifest::path))
                .toList();
        if (manifests.isEmpty()) {
            return "";
        }
        Table table = new Table("Build file", "Kind", "Declares", "Needs");
        manifests.stream()
                .limit(MAX_ENTRY_POINTS)
                .forEach(manifest -> table.row(
                        Facts.fileLink(manifest.path()),
                        manifest.kind().label(),
                        declares(manifest),
                        dependencies(manifest)));
        return "## What it is built with\n\n" + table.markdown();
    }

    private static String declares(Manifest manifest) {
        List<String> parts = new ArrayList<>();
        if (manifest.name() != null) {
            parts.add(Facts.code(manifest.name()));
        }
        if (manifest.version() != null) {
            parts.add(Facts.plain(manifest.version()));
        }
        return String.join(" ", parts);
    }

    private static String dependencies(Manifest manifest) {
        List<String> names = manifest.needs();
        String shown = String.join(
                ", ", names.stream().limit(MAX_DEPENDENCIES).map(Facts::code).toList());
        return names.size() <= MAX_DEPENDENCIES ? shown : shown + " and " + (names.size() - MAX_DEPENDENCIES) + " more";
    }

    private String entryPoints() {
        List<EntryPoint> points = graph.entryPoints().stream()
                .filter(point -> graph.find(point.source().path())
                        .filter(file -> file.file().role() != FileRole.TEST)
                        .isPresent())
                .toList();
        if (points.isEmpty()) {
            return "";
        }
        Table table = new Table("Entry point", "Kind", "Where");
        points.stream()
                .limit(MAX_ENTRY_POINTS)
                .forEach(point ->
                        table.row(Facts.code(point.name()), point.kind().label(), CitationMark.of(point.source())));
        return "## Where it starts\n\n" + table.markdown();
    }

    private String variables() {
        return new TouchpointOutline(graph.files()).variables();
    }

    /** Containers, CI and configuration: what else a newcomer looks for. */
    private String settings() {
        Set<FileRole> roles = EnumSet.of(FileRole.CI, FileRole.CONTAINER, FileRole.CONFIGURATION);
        List<FileFacts> files = graph.files().stream()
                .filter(file -> roles.contains(file.file().role()))
                .toList();
        if (files.isEmpty()) {
            return "";
        }
        Table table = new Table("File", "Role", "Lines");
        files.stream()
                .limit(MAX_ENTRY_POINTS)
                .forEach(file -> table.row(
                        Facts.fileLink(file.path()),
                        file.file().role().label(),
                        String.valueOf(file.file().content().lines())));
        return "## Continuous integration, containers and configuration\n\n" + table.markdown();
    }
}
