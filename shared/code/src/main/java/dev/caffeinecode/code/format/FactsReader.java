package dev.caffeinecode.code.format;

import dev.caffeinecode.code.Command;
import dev.caffeinecode.code.CommandPurpose;
import dev.caffeinecode.code.Dependency;
import dev.caffeinecode.code.DependencyScope;
import dev.caffeinecode.code.Docstring;
import dev.caffeinecode.code.EntryKind;
import dev.caffeinecode.code.EntryPoint;
import dev.caffeinecode.code.EntryPointKind;
import dev.caffeinecode.code.FileContent;
import dev.caffeinecode.code.FileFacts;
import dev.caffeinecode.code.FileNote;
import dev.caffeinecode.code.FileRole;
import dev.caffeinecode.code.Language;
import dev.caffeinecode.code.LineRange;
import dev.caffeinecode.code.Location;
import dev.caffeinecode.code.Manifest;
import dev.caffeinecode.code.ManifestKind;
import dev.caffeinecode.code.NoteKind;
import dev.caffeinecode.code.SourceFile;
import dev.caffeinecode.code.Symbol;
import dev.caffeinecode.code.SymbolId;
import dev.caffeinecode.code.SymbolKind;
import dev.caffeinecode.code.SymbolName;
import dev.caffeinecode.code.TextEncoding;
import dev.caffeinecode.code.Touchpoint;
import dev.caffeinecode.code.TouchpointKind;
import dev.caffeinecode.code.Visibility;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Reads what is known of files, one after the other; see {@link CodeGraphFormat} for the form. */
final class FactsReader {
    private static final int DIGEST_BYTES = 32;

    private final GraphInput in;
    private String previous = "";
    private int symbolsLeft;

    FactsReader(GraphInput in, GraphLimits limits) {
        this.in = in;
        this.symbolsLeft = limits.maxSymbols();
    }

    FileFacts read() throws IOException {
        int shared = in.number(previous.length(), "length of path");
        String path = previous.substring(0, shared).concat(in.text());
        previous = path;
        EntryKind kind = in.constant(EntryKind.class);
        FileRole role = in.constant(FileRole.class);
        Language language = in.constant(Language.class);
        FileContent content = content();
        List<FileNote> notes = new ArrayList<>();
        for (int left = in.number(GraphInput.MAX_LIST, "number of notes"); left > 0; left--) {
            notes.add(new FileNote(in.constant(NoteKind.class), in.word()));
        }
        SourceFile file = new SourceFile(path, kind, role, language, content, notes);
        return new FileFacts(file, symbols(path), commands(path), entryPoints(path), manifest(path), touchpoints(path));
    }

    private FileContent content() throws IOException {
        long bytes = in.number();
        int lines = in.number(Integer.MAX_VALUE, "number of lines");
        TextEncoding encoding = in.constant(TextEncoding.class);
        String digest = in.flag() ? in.hex(DIGEST_BYTES) : null;
        return new FileContent(bytes, lines, digest, encoding);
    }

    private List<Symbol> symbols(String path) throws IOException {
        int count = in.number(symbolsLeft, "number of symbols");
        symbolsLeft -= count;
        List<Symbol> symbols = new ArrayList<>();
        int line = 0;
        for (int i = 0; i < count; i++) {
            int parent = in.number(count, "parent") - 1;
            SymbolKind kind = in.constant(SymbolKind.class);
            String simple = in.word();
            String qualifier = in.word();
            Visibility visibility = in.constant(Visibility.class);
            LineRange lines = in.lines(line);
            line = lines.first();
            long digest = in.flag() ? in.fixed() : 0;
            String signature = in.text();
            Docstring doc = docstring(line);
            symbols.add(new Symbol(
                    new SymbolId(path, i),
                    parent,
                    kind,
                    new SymbolName(qualifier, simple),
                    signature.equals(simple) ? simple : signature,
                    visibility,
                    lines,
                    digest,
                    doc));
        }
        return symbols;
    }

    private @Nullable Docstring docstring(int line) throws IOException {
        if (!in.flag()) {
            return null;
        }
        LineRange lines = in.lines(line);
        return new Docstring(in.text(), lines);
    }

    private List<Command> commands(String path) throws IOException {
        List<Command> commands = new ArrayList<>();
        for (int left = in.number(GraphInput.MAX_LIST, "number of commands"); left > 0; left--) {
            CommandPurpose purpose = in.constant(CommandPurpose.class);
            String name = in.optional();
            String line = in.text();
            commands.add(new Command(purpose, name, line, new Location(path, in.lines(0))));
        }
        return commands;
    }

    private List<EntryPoint> entryPoints(String path) throws IOException {
        List<EntryPoint> entries = new ArrayList<>();
        for (int left = in.number(GraphInput.MAX_LIST, "number of entry points"); left > 0; left--) {
            EntryPointKind kind = in.constant(EntryPointKind.class);
            String name = in.word();
            entries.add(new EntryPoint(kind, name, new Location(path, in.lines(0))));
        }
        return entries;
    }

    private @Nullable Manifest manifest(String path) throws IOException {
        if (!in.flag()) {
            return null;
        }
        ManifestKind kind = in.constant(ManifestKind.class);
        String name = in.optional();
        String description = in.optional();
        String version = in.optional();
        String license = in.optional();
        List<Dependency> dependencies = new ArrayList<>();
        for (int left = in.number(GraphInput.MAX_LIST, "number of dependencies"); left > 0; left--) {
            dependencies.add(new Dependency(
                    in.word(),
                    in.optional(),
                    in.constant(DependencyScope.class),
                    in.number(Integer.MAX_VALUE, "line")));
        }
        return new Manifest(path, kind, name, description, version, license, dependencies);
    }

    private List<Touchpoint> touchpoints(String path) throws IOException {
        List<Touchpoint> touchpoints = new ArrayList<>();
        for (int left = in.number(GraphInput.MAX_LIST, "number of touchpoints"); left > 0; left--) {
            TouchpointKind kind = in.constant(TouchpointKind.class);
            String name = in.word();
            String detail = in.word();
            touchpoints.add(new Touchpoint(kind, name, detail, new Location(path, in.lines(0))));
        }
        return touchpoints;
    }
}
