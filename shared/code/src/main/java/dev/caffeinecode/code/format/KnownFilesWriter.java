package dev.caffeinecode.code.format;

import dev.caffeinecode.code.index.KeyedFile;
import dev.caffeinecode.code.links.IndexedFile;
import dev.caffeinecode.code.mentions.FileMentions;
import dev.caffeinecode.code.mentions.Import;
import dev.caffeinecode.code.mentions.Mention;
import dev.caffeinecode.code.pointers.Pointer;
import dev.caffeinecode.code.versions.Pin;
import dev.caffeinecode.code.versions.Versions;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Writes what was found out about files; see {@link KnownFilesFormat} for the form. */
final class KnownFilesWriter {
    private final GraphOutput out;

    private KnownFilesWriter(GraphOutput out) {
        this.out = out;
    }

    static void write(String build, List<KeyedFile> files, OutputStream stream) throws IOException {
        GraphOutput out = new GraphOutput(stream, KnownFilesFormat.MAGIC, KnownFilesFormat.VERSION);
        out.hex(build);
        out.number(files.size());
        FactsWriter facts = new FactsWriter(out);
        KnownFilesWriter writer = new KnownFilesWriter(out);
        for (KeyedFile each : files) {
            out.hex(each.key().hex());
            facts.write(each.file().facts());
            writer.rest(each.file());
        }
        out.finish();
    }

    private void rest(IndexedFile file) throws IOException {
        mentions(file.mentions());
        Versions versions = file.versions();
        pins(versions.locked());
        pins(versions.managed());
        out.number(versions.properties().size());
        for (Map.Entry<String, String> each : new TreeMap<>(versions.properties()).entrySet()) {
            out.word(each.getKey());
            out.word(each.getValue());
        }
        out.number(file.pointers().size());
        for (Pointer pointer : file.pointers()) {
            out.label(pointer.kind());
            out.word(pointer.target());
            out.number(pointer.line());
        }
    }

    private void mentions(FileMentions said) throws IOException {
        out.number(said.imports().size());
        for (Import each : said.imports()) {
            out.word(each.module());
            out.word(each.name());
            out.word(each.alias());
            out.flag(each.exported());
            out.number(each.line());
        }
        out.number(said.mentions().size());
        int line = 0;
        for (Mention each : said.mentions()) {
            out.number(each.from() + 1L);
            out.label(each.kind());
            out.word(each.name());
            out.word(each.receiver());
            out.number(each.arguments() + 1L);
            out.signed((long) each.line() - line);
            line = each.line();
        }
        out.number(said.types().size());
        for (Map.Entry<Integer, String> each : new TreeMap<>(said.types()).entrySet()) {
            out.number(each.getKey());
            out.word(each.getValue());
        }
    }

    private void pins(List<Pin> pins) throws IOException {
        out.number(pins.size());
        for (Pin pin : pins) {
            out.label(pin.ecosystem());
            out.word(pin.name());
            out.word(pin.asked());
            out.word(pin.version());
        }
    }
}
