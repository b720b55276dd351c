package dev.caffeinecode.code;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * All that is known of one file by looking at nothing else: the unit in which a code graph is built and reused.
 *
 * @param symbols in the order of their ordinals
 * @param touchpoints in the order of their lines
 */
public record FileFacts(
        SourceFile file,
        List<Symbol> symbols,
        List<Command> commands,
        List<EntryPoint> entryPoints,
        @Nullable Manifest manifest,
        List<Touchpoint> touchpoints) {
    public FileFacts {
        symbols = List.copyOf(symbols);
        commands = List.copyOf(commands);
        entryPoints = List.copyOf(entryPoints);
        touchpoints = List.copyOf(touchpoints);
        for (int i = 0; i < symbols.size(); i++) {
            Symbol symbol = symbols.get(i);
            if (symbol.id().ordinal() != i || !symbol.path().equals(file.path()) || symbol.parent() >= symbols.size()) {
                throw new IllegalArgumentException("symbol out of place: " + symbol.id() + " in " + file.path());
            }
        }
    }

    /** Returns the same facts with another manifest. */
    public FileFacts with(Manifest other) {
        return new FileFacts(file, symbols, commands, entryPoints, other, touchpoints);
    }

    /** Describes a file that meets nothing outside. */
    public FileFacts(
            SourceFile file,
            List<Symbol> symbols,
            List<Command> commands,
            List<EntryPoint> entryPoints,
            @Nullable Manifest manifest) {
        this(file, symbols, commands, entryPoints, manifest, List.of());
    }

    public String path() {
        return file.path();
    }

    /** Returns whether a symbol of the file and all that it is a member of may be used by everybody. */
    public boolean isPublic(Symbol symbol) {
        Symbol each = symbol;
        for (int depth = 0; each.visibility() == Visibility.PUBLIC && depth < symbols.size(); depth++) {
            if (each.isTopLevel()) {
                return true;
            }
            each = symbols.get(each.parent());
        }
        return false;
    }
}
