package dev.caffeinecode.code.index;

import dev.caffeinecode.code.EntryKind;
import dev.caffeinecode.code.EntryPoint;
import dev.caffeinecode.code.FileContent;
import dev.caffeinecode.code.FileFacts;
import dev.caffeinecode.code.FileNote;
import dev.caffeinecode.code.FileRole;
import dev.caffeinecode.code.Language;
import dev.caffeinecode.code.NoteKind;
import dev.caffeinecode.code.SourceFile;
import dev.caffeinecode.code.Symbol;
import dev.caffeinecode.code.TextEncoding;
import dev.caffeinecode.code.Touchpoint;
import dev.caffeinecode.code.facts.FactReaders;
import dev.caffeinecode.code.facts.Facts;
import dev.caffeinecode.code.links.IndexedFile;
import dev.caffeinecode.code.mentions.FileMentions;
import dev.caffeinecode.code.mentions.MentionLimits;
import dev.caffeinecode.code.mentions.MentionReader;
import dev.caffeinecode.code.pointers.Pointer;
import dev.caffeinecode.code.pointers.PointerReaders;
import dev.caffeinecode.code.recognition.Authorship;
import dev.caffeinecode.code.recognition.LanguageRecognizer;
import dev.caffeinecode.code.recognition.LfsPointer;
import dev.caffeinecode.code.recognition.RoleRecognizer;
import dev.caffeinecode.code.rules.Attributes;
import dev.caffeinecode.code.rules.Attributes.Stated;
import dev.caffeinecode.code.schema.SchemaReader;
import dev.caffeinecode.code.secret.SecretMask;
import dev.caffeinecode.code.symbols.SymbolReader;
import dev.caffeinecode.code.symbols.SymbolReading;
import dev.caffeinecode.code.symbols.SymbolSpans;
import dev.caffeinecode.code.text.DecodedText;
import dev.caffeinecode.code.text.Sha256;
import dev.caffeinecode.code.text.TextDecoder;
import dev.caffeinecode.code.touchpoints.TouchpointReader;
import dev.caffeinecode.code.treesitter.Grammar;
import dev.caffeinecode.code.treesitter.SyntaxParser;
import dev.caffeinecode.code.treesitter.SyntaxTree;
import dev.caffeinecode.code.versions.LockFiles;
import dev.caffeinecode.code.versions.Versions;
import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads one file after the other. Belongs to the thread that made it. */
final class FileIndexer implements AutoCloseable {
    private static final int MAX_LINK_CHARACTERS = 1_000;

    private final IndexOptions options;
    private final ProgressListener progress;
    private final SyntaxParser parser = new SyntaxParser();

    FileIndexer(IndexOptions options, ProgressListener progress) {
        this.options = options;
        this.progress = progress;
    }

    IndexedFile index(SourceBlob blob) {
        return switch (blob.kind()) {
            case FILE, EXECUTABLE -> file(blob);
            case SYMLINK -> entry(blob, FileRole.SYMLINK, new FileNote(NoteKind.LINK, linkText(blob)));
            case SUBMODULE ->
                entry(blob, FileRole.SUBMODULE, new FileNote(NoteKind.SUBMODULE, "commit " + linkText(blob)));
            case OVERSIZE -> oversize(blob);
            case BINARY -> binary(blob, null);
        };
    }

    private static String linkText(SourceBlob blob) {
        String text = new String(blob.content(), StandardCharsets.UTF_8).replace('\0', '\uFFFD');
        String masked = SecretMask.mask(text).text(); // while credentials are whole
        return masked.substring(0, Math.min(masked.length(), MAX_LINK_CHARACTERS));
    }

    private IndexedFile file(SourceBlob blob) {
        if (LfsPointer.is(blob.content())) {
            return entry(blob, FileRole.LFS_POINTER, new FileNote(NoteKind.LFS_POINTER, "the content is in Git LFS"));
        }
        Optional<DecodedText> text = TextDecoder.decode(
                blob.content(), options.rules().charset(blob.unquotedPath()).orElse(TextEncoding.NONE));
        if (text.isEmpty()) {
            return binary(blob, Sha256.hex(blob.content()));
        }
        try {
            return text(blob, text.get());
        } catch (RuntimeException | StackOverflowError e) {
            // A fault of ours over one file must not cost the caller all others; the listener hears of it.
            progress.failed(blob.path(), e);
            return entry(blob, FileRole.DATA, new FileNote(NoteKind.UNREADABLE, "could not be read by this program"));
        }
    }

    private IndexedFile oversize(SourceBlob blob) {
        Language language = LanguageRecognizer.recognize(blob.unquotedPath(), "");
        FileRole role = RoleRecognizer.recognize(blob.unquotedPath(), language, "");
        FileNote note = new FileNote(NoteKind.OVERSIZE, "larger than is read: " + blob.size() + " bytes");
        FileContent content = new FileContent(blob.size(), 0, null, TextEncoding.NONE);
        return facts(new SourceFile(blob.path(), blob.kind(), role, language, content, List.of(note)));
    }

    private static IndexedFile binary(SourceBlob blob, @Nullable String digest) {
        FileContent content = new FileContent(blob.size(), 0, digest, TextEncoding.NONE);
        FileNote note = new FileNote(NoteKind.BINARY, "no text");
        return facts(
                new SourceFile(blob.path(), EntryKind.FILE, FileRole.BINARY, Language.UNKNOWN, content, List.of(note)));
    }

    private static IndexedFile entry(SourceBlob blob, FileRole role, FileNote note) {
        String digest = blob.kind() == EntryKind.SUBMODULE ? null : Sha256.hex(blob.content());
        FileContent content = new FileContent(blob.size(), 0, digest, TextEncoding.NONE);
        return facts(new SourceFile(blob.path(), blob.kind(), role, Language.UNKNOWN, content, List.of(note)));
    }

    private static IndexedFile facts(SourceFile file) {
        FileFacts facts = new FileFacts(file, List.of(), List.of(), List.of(), null);
        return new IndexedFile(facts, FileMentions.NONE, Versions.NONE, List.of());
    }

    private IndexedFile text(SourceBlob blob, DecodedText text) {
        String path = blob.path();
        String named = blob.unquotedPath();
        String head = text.head();
        Language language = LanguageRecognizer.recognize(named, head);
        Attributes stated = options.rules().attributes(named);
        Optional<FileNote> foreign = foreign(stated, named, language, text);
        List<FileNote> notes = new ArrayList<>();
        foreign.ifPresent(notes::add);
        if (text.isLossy()) {
            notes.add(new FileNote(
                    NoteKind.REPLACED_CHARACTERS,
                    "some bytes are no " + text.encoding().label()));
        }
        FileRole role = foreign.isPresent()
                ? role(foreign.get())
                : role(stated, language, RoleRecognizer.recognize(named, language, head));
        Parsed parsed = foreign.isPresent() ? Parsed.NOTHING : parse(path, language, text, notes);
        SymbolReading symbols = parsed.symbols();
        notes.addAll(symbols.notes());
        boolean states = foreign.isEmpty() && !RoleRecognizer.isTest(named) && FactReaders.knows(path);
        Facts stating = states ? FactReaders.read(path, text.text()) : Facts.NONE;
        List<EntryPoint> entryPoints = new ArrayList<>(symbols.entryPoints());
        entryPoints.addAll(stating.entryPoints());
        FileContent content =
                new FileContent(blob.size(), text.lineCount(), Sha256.hex(blob.content()), text.encoding());
        SourceFile file = new SourceFile(path, blob.kind(), role, language, content, notes);
        boolean own = foreign.isEmpty() && isOwn(named, role);
        List<Touchpoint> touchpoints = own ? TouchpointReader.read(path, language, text) : List.of();
        FileFacts facts = new FileFacts(
                file, symbols.symbols(), stating.commands(), entryPoints, stating.manifest(), touchpoints);
        boolean pointing =
                foreign.isEmpty() && !RoleRecognizer.isTest(named) && PointerReaders.knows(named, language, role);
        List<Pointer> pointers = pointing ? PointerReaders.read(named, language, role, text.text()) : List.of();
        Versions versions = locked(named, role, text).orElse(stating.versions());
        return new IndexedFile(facts, parsed.mentions(), versions, pointers);
    }

    /** Lock files are written by programs; yet they are what versions are known from. */
    private static Optional<Versions> locked(String path, FileRole role, DecodedText text) {
        boolean wanted = LockFiles.knows(path) && role != FileRole.VENDORED && !RoleRecognizer.isTest(path);
        return wanted ? Optional.of(LockFiles.read(path, text.utf8())) : Optional.empty();
    }

    /** What people state about a file counts more than what it looks like. */
    private static Optional<FileNote> foreign(Attributes stated, String path, Language language, DecodedText text) {
        if (stated.vendored() == Stated.YES) {
            return Optional.of(new FileNote(NoteKind.VENDORED, "is vendored by .gitattributes"));
        }
        if (stated.generated() == Stated.YES) {
            return Optional.of(new FileNote(NoteKind.GENERATED, "is generated by .gitattributes"));
        }
        return Authorship.foreign(path, language, text)
                .filter(note -> note.kind() != NoteKind.VENDORED || stated.vendored() != Stated.NO)
                .filter(note -> note.kind() != NoteKind.GENERATED || stated.generated() != Stated.NO);
    }

    private static FileRole role(Attributes stated, Language language, FileRole seen) {
        return switch (stated.documentation()) {
            case YES -> FileRole.DOCUMENTATION;
            case NO ->
                seen == FileRole.DOCUMENTATION && language.kind() == Language.Kind.MARKUP ? FileRole.SOURCE : seen;
            case NOTHING -> seen;
        };
    }

    /** Whether a file speaks for this repository: what lies among tests without being one is what they are fed. */
    private static boolean isOwn(String path, FileRole role) {
        return role == FileRole.TEST || !RoleRecognizer.isTest(path);
    }

    private static FileRole role(FileNote foreign) {
        return foreign.kind() == NoteKind.VENDORED ? FileRole.VENDORED : FileRole.GENERATED;
    }

    /** What the syntax tree of a file tells of the file itself and of others. */
    private record Parsed(SymbolReading symbols, FileMentions mentions) {
        private static final Parsed NOTHING = new Parsed(SymbolReading.NOTHING, FileMentions.NONE);
    }

    private Parsed parse(String path, Language language, DecodedText text, List<FileNote> notes) {
        Optional<Grammar> grammar = SymbolReader.grammar(language);
        if (grammar.isEmpty() && !SchemaReader.knows(language)) {
            return Parsed.NOTHING;
        }
        if (text.utf8().length > options.maxParsedBytes()) {
            notes.add(new FileNote(
                    NoteKind.TOO_LARGE, "only files up to " + options.maxParsedBytes() + " bytes are parsed"));
            return Parsed.NOTHING;
        }
        if (grammar.isEmpty()) {
            List<Symbol> symbols = SchemaReader.read(language, path, text.text());
            return new Parsed(new SymbolReading(symbols, List.of(), List.of(), SymbolSpans.NONE), FileMentions.NONE);
        }
        if (options.unparsed().contains(path)) {
            notes.add(new FileNote(NoteKind.SKIPPED, "was not to be parsed"));
            return Parsed.NOTHING;
        }
        progress.parsing(path);
        Optional<SyntaxTree> result = SymbolReader.parse(parser, grammar.get(), text.utf8(), options.parseTimeout());
        if (result.isEmpty()) {
            notes.add(new FileNote(
                    NoteKind.TOO_SLOW,
                    "parsing takes more than " + options.parseTimeout().toMillis() + " ms"));
            return Parsed.NOTHING;
        }
        SyntaxTree tree = result.get();
        SymbolReading symbols = SymbolReader.read(tree, language, path, options.walk());
        return new Parsed(symbols, MentionReader.read(tree, language, path, symbols.spans(), MentionLimits.DEFAULT));
    }

    @Override
    public void close() {
        parser.close();
    }
}
