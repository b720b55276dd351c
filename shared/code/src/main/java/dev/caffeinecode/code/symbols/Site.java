package dev.caffeinecode.code.symbols;

import dev.caffeinecode.code.Docstring;
import dev.caffeinecode.code.EntryPointKind;
import dev.caffeinecode.code.SymbolKind;
import dev.caffeinecode.code.Visibility;
import dev.caffeinecode.code.treesitter.SyntaxNode;

import java.util.Optional;

/** A node that a rule applies to, what is around it, and what the rule may do there. */
interface Site {
    SyntaxNode node();

    /** Returns the path of the file. */
    String path();

    /** Returns the kind of the node that this one is in, some levels up from 1; empty above the root. */
    String ancestor(int levels);

    /** Returns the kind of the symbol that this node is in; empty at the top. */
    Optional<SymbolKind> enclosing();

    /** Returns whether this node is in a type, and in no function or the like inside of it. */
    default boolean inType() {
        return enclosing().filter(SymbolKind::isType).isPresent();
    }

    /** Returns whether the node is in the body of a function, named or not, and in no type inside of it. */
    boolean inFunction();

    /** Returns whether the nearest thing around the node is a function or class without a name. */
    boolean inAnonymous();

    /** Returns what stands before this node and belongs to it: attributes, {@code export} and the like. */
    String prefix();

    /** Begins a symbol that this node defines. */
    Draft define(SymbolKind kind, String name);

    /** Begins a symbol that a part of this node defines, of which others do not know the inside. */
    Draft define(SymbolKind kind, String name, SyntaxNode part);

    /** Returns what names at the top of the file are qualified with; empty for nothing. */
    String namespace();

    /** Qualifies the names that follow at the top of the file, for example by its package. */
    void namespace(String qualifier);

    /** Qualifies the names in this node. */
    void qualify(String qualifier);

    /**
     * Makes the functions in this node members of a type that is defined elsewhere.
     *
     * @param members who may use them, unless they say otherwise
     */
    void extend(String type, Visibility members);

    /** Sets who may use what is defined in this node, unless that says otherwise. */
    void inside(Visibility members);

    /** Sets who may use what is defined from here on in what is around this node, unless that says otherwise. */
    void members(Visibility visibility);

    /** Returns who may use what is defined here, unless that says otherwise; empty if nothing around decides. */
    Optional<Visibility> members();

    /** Notes that a name of this file can be used in others. */
    void export(String name);

    /** Returns the documentation that stands before this node. */
    Optional<Docstring> documentation();

    /** Notes that a program begins at this node. */
    void entryPoint(EntryPointKind kind, String name);
}
