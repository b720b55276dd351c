package dev.caffeinecode.code.format;

import dev.caffeinecode.code.Ecosystem;
import dev.caffeinecode.code.FileFacts;
import dev.caffeinecode.code.ReferenceKind;
import dev.caffeinecode.code.index.FileKey;
import dev.caffeinecode.code.index.KeyedFile;
import dev.caffeinecode.code.index.KnownFiles;
import dev.caffeinecode.code.links.IndexedFile;
import dev.caffeinecode.code.mentions.FileMentions;
import dev.caffeinecode.code.mentions.Import;
import dev.caffeinecode.code.mentions.Mention;
import dev.caffeinecode.code.pointers.Pointer;
import dev.caffeinecode.code.versions.Pin;
import dev.caffeinecode.code.versions.Versions;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** Reads what was found out about files; see {@link KnownFilesFormat} for the form. */
final class KnownFilesReader {
    private static final int DIGEST_BYTES = 32;

    private final GraphInput in;
    private final FactsReader facts;
    private int left;

    private KnownFilesReader(GraphInput in, GraphLimits limits) {
        this.in = in;
        this.facts = new FactsReader(in, limits);
        this.left = limits.maxReferences();
    }

    static KnownFiles read(String build, InputStream stream, Predicate<FileKey> wanted, GraphLimits limits)
            throws IOException {
        GraphInput in = new GraphInput(stream, limits.maxBytes(), "list of known files");
        try {
            in.expect(KnownFilesFormat.MAGIC, KnownFilesFormat.VERSION);
            if (!in.hex(DIGEST_BYTES).equals(build)) {
                throw new MalformedGraphException("list of known files of another build");
            }
            List<KeyedFile> files = new ArrayList<>();
            KnownFilesReader reader = new KnownFilesReader(in, limits);
            for (int count = in.number(limits.maxFiles(), "number of files"); count > 0; count--) {
                KeyedFile file = reader.file();
                if (wanted.test(file.key())) {
                    files.add(file);
                }
            }
            in.expectEnd();
            return new KnownFiles(files);
        } catch (IllegalArgumentException e) {
            throw new MalformedGraphException("no list of known files: " + e.getMessage(), e);
        }
    }

    private KeyedFile file() throws IOException {
        FileKey key = new FileKey(in.hex(DIGEST_BYTES));
        FileFacts known = facts.read();
        int symbols = known.symbols().size();
        FileMentions mentions = new FileMentions(imports(), mentions(symbols), types(symbols));
        Versions versions = new Versions(pins(), pins(), properties());
        return new KeyedFile(key, new IndexedFile(known, mentions, versions, pointers()));
    }

    private int count() throws IOException {
        int count = in.number(left, "number of entries");
        left -= count;
        return count;
    }

    private List<Import> imports() throws IOException {
        List<Import> imports = new ArrayList<>();
        for (int more = count(); more > 0; more--) {
            imports.add(new Import(in.word(), in.word(), in.word(), in.flag(), line()));
        }
        return imports;
    }

    private List<Mention> mentions(int symbols) throws IOException {
        List<Mention> mentions = new ArrayList<>();
        long line = 0;
        for (int more = count(); more > 0; more--) {
            int from = in.number(symbols, "symbol") - 1;
            ReferenceKind kind = in.constant(ReferenceKind.class);
            String name = in.word();
            String receiver = in.word();
            int arguments = in.number(Integer.MAX_VALUE, "arguments") - 1;
            line += in.signed();
            if (line < 1 || line > Integer.MAX_VALUE) {
                throw new MalformedGraphException("bad line: " + line);
            }
            mentions.add(new Mention(from, kind, name, receiver, arguments, (int) line));
        }
        return mentions;
    }

    private Map<Integer, String> types(int symbols) throws IOException {
        Map<Integer, String> types = new HashMap<>();
        for (int more = count(); more > 0; more--) {
            types.put(in.number(symbols - 1L, "symbol"), in.word());
        }
        return types;
    }

    private List<Pin> pins() throws IOException {
        List<Pin> pins = new ArrayList<>();
        for (int more = count(); more > 0; more--) {
            pins.add(new Pin(in.constant(Ecosystem.class), in.word(), in.word(), in.word()));
        }
        return pins;
    }

    private Map<String, String> properties() throws IOException {
        Map<String, String> properties = new HashMap<>();
        for (int more = count(); more > 0; more--) {
            properties.put(in.word(), in.word());
        }
        return properties;
    }

    private List<Pointer> pointers() throws IOException {
        List<Pointer> pointers = new ArrayList<>();
        for (int more = count(); more > 0; more--) {
            pointers.add(new Pointer(in.constant(Pointer.Kind.class), in.word(), line()));
        }
        return pointers;
    }

    private int line() throws IOException {
        return in.number(Integer.MAX_VALUE, "line");
    }
}
