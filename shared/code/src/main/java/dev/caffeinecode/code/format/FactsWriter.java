package dev.caffeinecode.code.format;

import dev.caffeinecode.code.Command;
import dev.caffeinecode.code.Dependency;
import dev.caffeinecode.code.Docstring;
import dev.caffeinecode.code.EntryPoint;
import dev.caffeinecode.code.FileContent;
import dev.caffeinecode.code.FileFacts;
import dev.caffeinecode.code.FileNote;
import dev.caffeinecode.code.Manifest;
import dev.caffeinecode.code.SourceFile;
import dev.caffeinecode.code.Symbol;
import dev.caffeinecode.code.Touchpoint;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.util.List;

/** Writes what is known of files, one after the other; see {@link CodeGraphFormat} for the form. */
final class FactsWriter {
    private final GraphOutput out;
    private String previous = "";

    FactsWriter(GraphOutput out) {
        this.out = out;
    }

    void write(FileFacts facts) throws IOException {
        SourceFile file = facts.file();
        path(file.path());
        out.label(file.kind());
        out.label(file.role());
        out.label(file.language());
        content(file.content());
        out.number(file.notes().size());
        for (FileNote note : file.notes()) {
            out.label(note.kind());
            out.word(note.text());
        }
        symbols(facts.symbols());
        out.number(facts.commands().size());
        for (Command command : facts.commands()) {
            out.label(command.purpose());
            out.optional(command.name());
            out.text(command.line());
            out.lines(command.source().lines(), 0);
        }
        out.number(facts.entryPoints().size());
        for (EntryPoint entry : facts.entryPoints()) {
            out.label(entry.kind());
            out.word(entry.name());
            out.lines(entry.source().lines(), 0);
        }
        manifest(facts.manifest());
        out.number(facts.touchpoints().size());
        for (Touchpoint touchpoint : facts.touchpoints()) {
            out.label(touchpoint.kind());
            out.word(touchpoint.name());
            out.word(touchpoint.detail());
            out.lines(touchpoint.source().lines(), 0);
        }
    }

    private void path(String path) throws IOException {
        int shared = 0;
        int most = Math.min(path.length(), previous.length());
        while (shared < most && path.charAt(shared) == previous.charAt(shared)) {
            shared++;
        }
        if (shared > 0 && Character.isHighSurrogate(path.charAt(shared - 1))) {
            shared--;
        }
        out.number(shared);
        out.text(path.substring(shared));
        previous = path;
    }

    private void content(FileContent content) throws IOException {
        out.number(content.bytes());
        out.number(content.lines());
        out.label(content.encoding());
        String digest = content.digest();
        out.flag(digest != null);
        if (digest != null) {
            out.hex(digest);
        }
    }

    private void symbols(List<Symbol> symbols) throws IOException {
        out.number(symbols.size());
        int line = 0;
        for (Symbol symbol : symbols) {
            out.number(symbol.parent() + 1L);
            out.label(symbol.kind());
            out.word(symbol.name().simple());
            out.word(symbol.name().qualifier());
            out.label(symbol.visibility());
            out.lines(symbol.lines(), line);
            line = symbol.lines().first();
            out.flag(symbol.digest() != 0);
            for (int shift = Long.SIZE - Byte.SIZE; shift >= 0 && symbol.digest() != 0; shift -= Byte.SIZE) {
                out.one((int) (symbol.digest() >>> shift) & 0xFF);
            }
            out.text(symbol.signature());
            Docstring doc = symbol.docstring();
            out.flag(doc != null);
            if (doc != null) {
                out.lines(doc.lines(), line);
                out.text(doc.text());
            }
        }
    }

    private void manifest(@Nullable Manifest manifest) throws IOException {
        out.flag(manifest != null);
        if (manifest == null) {
            return;
        }
        out.label(manifest.kind());
        out.optional(manifest.name());
        out.optional(manifest.description());
        out.optional(manifest.version());
        out.optional(manifest.license());
        out.number(manifest.dependencies().size());
        for (Dependency dependency : manifest.dependencies()) {
            out.word(dependency.name());
            out.optional(dependency.requirement());
            out.label(dependency.scope());
            out.number(dependency.line());
        }
    }
}
