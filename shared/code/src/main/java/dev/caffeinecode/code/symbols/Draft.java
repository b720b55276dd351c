package dev.caffeinecode.code.symbols;

import dev.caffeinecode.code.Docstring;
import dev.caffeinecode.code.SymbolKind;
import dev.caffeinecode.code.Visibility;
import dev.caffeinecode.code.treesitter.SyntaxNode;
import org.jspecify.annotations.Nullable;

import java.util.Optional;

/** A symbol while its file is being read. Rules change what they know better than {@link Site#define}. */
final class Draft {
    private final SymbolKind kind;
    private final String name;
    private final Place place;
    private String qualifier;
    private int parent;
    private int signatureEnd;
    private Visibility visibility = Visibility.PUBLIC;
    private boolean leaf;
    private @Nullable Visibility members;
    private @Nullable String owner;
    private @Nullable String signature;
    private @Nullable Docstring docstring;

    /**
     * Where a symbol is defined.
     *
     * @param start where its first attribute or wrapper begins
     * @param signatureStart where its attributes end
     * @param local whether that is in the body of a function
     */
    record Place(SyntaxNode node, int start, int signatureStart, boolean local) {}

    Draft(SymbolKind kind, String name, Place place, Scopes.Scope scope) {
        this.kind = kind;
        this.name = name;
        this.place = place;
        this.qualifier = scope.qualifier();
        this.parent = scope.draft();
        this.owner = scope.owner();
        SyntaxNode body = place.node().child("body");
        this.signatureEnd = body.isAbsent() ? place.node().endByte() : body.startByte();
    }

    Draft visibility(Visibility known) {
        visibility = known;
        return this;
    }

    /** Ends the signature before a node, if there is one. */
    Draft before(SyntaxNode body) {
        if (body.isPresent()) {
            signatureEnd = body.startByte();
        }
        return this;
    }

    /** Lets what stands in this symbol belong to what is around it. */
    Draft leaf() {
        leaf = true;
        return this;
    }

    /** Sets who may use what is defined in this symbol, unless that says otherwise. */
    Draft members(Visibility known) {
        members = known;
        return this;
    }

    /** Makes all of the definition its signature. */
    Draft whole() {
        signatureEnd = place.node().endByte();
        return this;
    }

    Draft signature(String text) {
        signature = text;
        return this;
    }

    Draft docstring(Docstring text) {
        docstring = text;
        return this;
    }

    /** Makes the symbol a member of a type that is named elsewhere in the file, if it is there at all. */
    Draft owner(String type, String separator) {
        owner = type;
        qualifier = qualifier.isEmpty() ? type : qualifier + separator + type;
        return this;
    }

    /** Makes the symbol a member of another. */
    void parent(int ordinal) {
        parent = ordinal;
    }

    SymbolKind kind() {
        return kind;
    }

    String name() {
        return name;
    }

    Place place() {
        return place;
    }

    boolean isLeaf() {
        return leaf;
    }

    String qualifier() {
        return qualifier;
    }

    int parent() {
        return parent;
    }

    int signatureEnd() {
        return signatureEnd;
    }

    Visibility visibility() {
        return visibility;
    }

    Optional<Visibility> members() {
        return Optional.ofNullable(members);
    }

    Optional<String> owner() {
        return Optional.ofNullable(owner);
    }

    Optional<String> signature() {
        return Optional.ofNullable(signature);
    }

    Optional<Docstring> docstring() {
        return Optional.ofNullable(docstring);
    }
}
