package dev.caffeinecode.search;

import dev.caffeinecode.code.LineRange;
import dev.caffeinecode.code.SymbolId;
import dev.caffeinecode.code.SymbolKind;
import dev.caffeinecode.code.SymbolName;

/** A symbol that was looked for by its name. */
public record FoundSymbol(SymbolId id, SymbolKind kind, SymbolName name, String signature, LineRange lines) {}
