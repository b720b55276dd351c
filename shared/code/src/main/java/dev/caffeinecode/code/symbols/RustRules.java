package dev.caffeinecode.code.symbols;

import dev.caffeinecode.code.Docstring;
import dev.caffeinecode.code.EntryPointKind;
import dev.caffeinecode.code.LineRange;
import dev.caffeinecode.code.SymbolKind;
import dev.caffeinecode.code.Visibility;
import dev.caffeinecode.code.treesitter.Grammar;

import java.util.List;
import java.util.regex.Pattern;

/** What defines a symbol in Rust. */
final class RustRules {
    private static final Pattern PROGRAM =
            Pattern.compile("(?:^|.*/)(?:main\\.rs|(?:bin|examples)/(?:[^/]+/)?[^/]+\\.rs)");

    private RustRules() {}

    static RuleBook book() {
        return RuleBook.of(Grammar.RUST)
                .separator("::")
                .comments(CommentStyle.OUTER, "line_comment block_comment")
                .attributes("attribute_item")
                .boundaries("closure_expression")
                .opaque("token_tree array_expression")
                .beginning(RustRules::module)
                .on("mod_item", RustRules::innerModule)
                .on("struct_item", site -> item(site, SymbolKind.STRUCT))
                .on("enum_item", site -> item(site, SymbolKind.ENUM).members(Visibility.PUBLIC))
                .on("union_item", site -> item(site, SymbolKind.UNION))
                .on("trait_item", site -> item(site, SymbolKind.TRAIT).members(Visibility.PUBLIC))
                .on("impl_item", RustRules::implementation)
                .on("function_item function_signature_item", RustRules::function)
                .on("const_item", RustRules::constant)
                .on("static_item", RustRules::constant)
                .on("type_item associated_type", site -> item(site, SymbolKind.TYPE_ALIAS))
                .on("macro_definition", RustRules::macro)
                .on("field_declaration", RustRules::field)
                .on("enum_variant", site -> item(site, SymbolKind.ENUM_MEMBER).members(Visibility.PUBLIC))
                .build();
    }

    /** Comments with {@code //!} at the top document the file's module. */
    private static void module(Site site) {
        String name = ModulePaths.rust(site.path());
        List<String> comments = site.node()
                .text()
                .lines()
                .limit(5_000)
                .dropWhile(line -> line.isBlank() || (line.startsWith("//") && !line.startsWith("//!")))
                .takeWhile(line -> line.startsWith("//!"))
                .toList();
        String text = DocText.ofComment(String.join("\n", comments));
        if (!text.isBlank()) {
            int first = 1
                    + (int) site.node()
                            .text()
                            .lines()
                            .takeWhile(line -> !line.startsWith("//!"))
                            .count();
            site.define(SymbolKind.MODULE, name.isEmpty() ? "crate" : name)
                    .signature("mod " + (name.isEmpty() ? "crate" : name))
                    .docstring(new Docstring(text, new LineRange(first, first + comments.size() - 1)));
        }
        site.namespace(name);
    }

    private static Draft item(Site site, SymbolKind kind) {
        Draft draft = site.define(kind, site.node().child("name").text()).visibility(visibility(site));
        return site.node().child("body").is("ordered_field_declaration_list") ? draft.whole() : draft;
    }

    private static void innerModule(Site site) {
        if (site.node().child("body").isPresent()) {
            item(site, SymbolKind.MODULE);
        }
    }

    /** What an {@code impl} defines belongs to the type, not to the block. */
    private static void implementation(Site site) {
        String type = site.node().child("type").text().replaceFirst("<[\\s\\S]*", "");
        boolean ofTrait = site.node().child("trait").isPresent();
        site.extend(
                type.substring(type.lastIndexOf(':') + 1).strip(), ofTrait ? Visibility.PUBLIC : Visibility.PRIVATE);
    }

    private static void function(Site site) {
        boolean member =
                site.ancestor(2).equals("impl_item") || site.ancestor(2).equals("trait_item");
        Draft draft = item(site, member ? SymbolKind.METHOD : SymbolKind.FUNCTION);
        boolean top = site.ancestor(1).equals("source_file");
        if (top && draft.name().equals("main") && PROGRAM.matcher(site.path()).matches()) {
            site.entryPoint(EntryPointKind.MAIN, site.path());
        }
    }

    private static void constant(Site site) {
        if (!site.inFunction()) {
            item(
                    site,
                    site.node().childOfKind("mutable_specifier").isAbsent()
                            ? SymbolKind.CONSTANT
                            : SymbolKind.VARIABLE);
        }
    }

    private static void macro(Site site) {
        boolean exported = site.prefix().contains("macro_export");
        site.define(SymbolKind.MACRO, site.node().child("name").text())
                .visibility(exported ? Visibility.PUBLIC : Visibility.PACKAGE)
                .signature("macro_rules! " + site.node().child("name").text());
    }

    private static void field(Site site) {
        if (!site.inFunction()) {
            item(site, SymbolKind.FIELD);
        }
    }

    private static Visibility visibility(Site site) {
        String modifier = site.node().childOfKind("visibility_modifier").text();
        if (!modifier.isEmpty()) {
            return modifier.equals("pub") ? Visibility.PUBLIC : Visibility.PACKAGE;
        }
        return site.members().orElse(Visibility.PRIVATE);
    }
}
