package dev.caffeinecode.code.links;

import dev.caffeinecode.code.Symbol;
import dev.caffeinecode.code.SymbolKind;
import dev.caffeinecode.code.mentions.Import;

/** Imports of languages whose files say which namespace they are in: Java, Kotlin, Scala, C#, PHP, Swift. */
final class NamespaceImports implements ImportResolver {
    private final Family family;
    private final SourceFiles files;
    private final SymbolTable symbols;

    private NamespaceImports(Family family, SourceFiles files, SymbolTable symbols) {
        this.family = family;
        this.files = files;
        this.symbols = symbols;
    }

    /** Makes one for each family. */
    record Factory(SourceFiles files, SymbolTable symbols) {
        NamespaceImports of(Family family) {
            return new NamespaceImports(family, files, symbols);
        }
    }

    @Override
    public Scope resolve(int file, Import stated) {
        String name = Names.dotted(stated.module());
        boolean known = symbols.isNamespace(family, name) || symbols.qualified(family, name).length > 0;
        return known ? new Scope.Namespace(name) : new Scope.Nowhere();
    }

    @Override
    public String namespace(int file) {
        for (Symbol symbol : files.facts(file).symbols()) {
            if (symbol.isTopLevel()) {
                return symbol.kind() == SymbolKind.MODULE
                        ? Names.qualified(symbol)
                        : Names.dotted(symbol.name().qualifier());
            }
        }
        return "";
    }
}
