package dev.caffeinecode.code.mentions;

import dev.caffeinecode.code.ReferenceKind;
import dev.caffeinecode.code.mentions.MentionBook.Trait;
import dev.caffeinecode.code.treesitter.SyntaxNode;

/** How Rust refers to things. */
final class RustMentions {
    private RustMentions() {}

    static MentionBook book() {
        MentionBook.Builder book = MentionBook.separatedBy("::")
                .are(
                        Trait.SKIPPED,
                        "line_comment block_comment string_literal raw_string_literal char_literal macro_definition",
                        "integer_literal float_literal lifetime label inner_attribute_item visibility_modifier")
                .are(
                        Trait.BLOCK,
                        "function_item function_signature_item closure_expression block if_expression while_expression",
                        "for_expression match_expression match_arm impl_item trait_item struct_item enum_item union_item",
                        "type_item function_type")
                .are(Trait.TYPE_ARGUMENTS, "type_arguments")
                .are(Trait.TYPE_NAME, "type_identifier scoped_type_identifier")
                .are(Trait.OPAQUE, "function_type tuple_type")
                .are(
                        Trait.WRAPPER,
                        "Option Result Box Rc Arc Weak Ref RefMut RefCell Cell Mutex RwLock MutexGuard RwLockReadGuard",
                        "RwLockWriteGuard Cow Pin OnceCell OnceLock LazyLock Into AsRef AsMut Borrow IntoIterator",
                        "Iterator Item Output Future ManuallyDrop NonNull")
                .are(
                        Trait.PASSING,
                        "unwrap expect unwrap_or unwrap_or_default unwrap_or_else clone cloned copied as_ref as_mut",
                        "as_deref as_deref_mut borrow borrow_mut to_owned ok ok_or ok_or_else map_err context",
                        "with_context")
                .are(
                        Trait.BUILTIN,
                        "Some None Ok Err Self self crate super _ drop Box Vec String Option Result Sized Send Sync",
                        "Copy Clone Debug Default PartialEq Eq PartialOrd Ord Hash Drop Fn FnMut FnOnce Iterator From",
                        "Into IntoIterator ToString ToOwned AsRef AsMut TryFrom TryInto Extend DoubleEndedIterator",
                        "ExactSizeIterator FromIterator Unpin println eprintln print eprint format vec panic assert",
                        "assert_eq assert_ne debug_assert debug_assert_eq debug_assert_ne write writeln todo",
                        "unimplemented unreachable matches include_str include_bytes include env option_env concat",
                        "stringify cfg dbg line file column module_path compile_error thread_local format_args")
                .chain("identifier type_identifier self crate super", new Link.Name())
                .chain("field_expression", new Link.Member("value", "field"))
                .chain("scoped_identifier scoped_type_identifier", new Link.Member("path", "name"))
                .chain("call_expression", new Link.Call("function"))
                .chain("generic_function", new Link.Inner("function"))
                .chain("generic_type generic_type_with_turbofish qualified_type", new Link.Inner("type"))
                .chain("struct_expression", new Link.Typed("name"))
                .chain("type_cast_expression", new Link.Typed("type"))
                .chain("reference_expression", new Link.Inner("value"))
                .chain("try_expression await_expression parenthesized_expression unary_expression", new Link.Inner(""))
                .chain("index_expression bracketed_type", new Link.Inner(""))
                .on("impl_item", RustMentions::implementation)
                .on("trait_bounds", RustMentions::bounds)
                .on("type_identifier", RustMentions::type)
                .on("scoped_type_identifier", RustMentions::qualifiedType)
                .on("struct_expression", RustMentions::literal)
                .on("call_expression", RustMentions::call)
                .on("field_expression", RustMentions::member)
                .on("scoped_identifier", RustMentions::path)
                .on("identifier", RustMentions::value)
                .on("attribute_item", RustTokens::attribute)
                .on("macro_invocation", RustTokens::macro);
        return RustBindings.rules(book).build();
    }

    /** What stands in an {@code impl} is said of its type, wherever that is. */
    private static void implementation(MentionSite site) {
        SyntaxNode type = site.node().child("type");
        SyntaxNode trait = site.node().child("trait");
        String self = site.valueOf(type);
        site.declare("Self", self);
        site.declare("self", self);
        if (trait.isPresent() && !site.type(simpleName(type), ReferenceKind.IMPLEMENTS, trait)) {
            site.type(ReferenceKind.IMPLEMENTS, trait);
            site.type(ReferenceKind.TYPE, type);
        }
    }

    private static String simpleName(SyntaxNode type) {
        SyntaxNode name = type.is("generic_type") ? type.child("type") : type;
        return name.is("scoped_type_identifier") ? name.child("name").text() : name.text();
    }

    private static void bounds(MentionSite site) {
        if (site.parent().equals("trait_item")) {
            site.type(ReferenceKind.EXTENDS, site.node());
            site.skip();
        }
    }

    private static void type(MentionSite site) {
        switch (site.parent()) {
            case "struct_item",
                    "enum_item",
                    "union_item",
                    "trait_item",
                    "type_item",
                    "associated_type",
                    "type_parameter",
                    "type_binding",
                    "struct_expression" -> {
                if (!site.field().equals("name")) {
                    site.mention(ReferenceKind.TYPE, site.node().text());
                }
            }
            case "impl_item" -> {}
            case "generic_type" -> {
                if (!site.field().equals("type") || !site.ancestor(2).equals("impl_item")) {
                    site.mention(ReferenceKind.TYPE, site.node().text());
                }
            }
            default -> site.mention(ReferenceKind.TYPE, site.node().text());
        }
    }

    private static void qualifiedType(MentionSite site) {
        boolean noted = site.parent().equals("impl_item") || site.parent().equals("struct_expression");
        if (!noted) {
            site.expression(ReferenceKind.TYPE, site.node(), Mention.UNCOUNTED);
        }
        site.skip();
    }

    private static void literal(MentionSite site) {
        SyntaxNode name = site.node().child("name");
        site.type(ReferenceKind.CALL, name);
        for (SyntaxNode field : site.node().child("body").children()) {
            if (field.is("field_initializer")) {
                site.member(ReferenceKind.VALUE, site.valueOf(name), field.child("field"));
            }
        }
    }

    private static void call(MentionSite site) {
        SyntaxNode function = site.node().child("function");
        SyntaxNode called = function.is("generic_function") ? function.child("function") : function;
        if (called.is("identifier", "field_expression", "scoped_identifier")) {
            int arguments = (int) site.node().child("arguments").children().stream()
                    .filter(each -> !each.is("line_comment", "block_comment", "attribute_item"))
                    .count();
            site.expression(ReferenceKind.CALL, called, arguments);
        }
    }

    private static boolean isCalled(MentionSite site) {
        return site.field().equals("function")
                && (site.parent().equals("call_expression") || site.parent().equals("generic_function"));
    }

    private static void member(MentionSite site) {
        if (!isCalled(site) && site.node().child("field").is("field_identifier")) {
            site.expression(ReferenceKind.VALUE, site.node(), Mention.UNCOUNTED);
        }
    }

    /** A path as a value, or the part of a path that is a type. */
    private static void path(MentionSite site) {
        boolean part = site.field().equals("path");
        boolean type = startsUpperCase(site.node().child("name"));
        if (part && type) {
            site.expression(ReferenceKind.TYPE, site.node(), Mention.UNCOUNTED);
        } else if (!part && !isCalled(site) && !site.field().equals("macro")) {
            site.expression(ReferenceKind.VALUE, site.node(), Mention.UNCOUNTED);
        }
    }

    static boolean startsUpperCase(SyntaxNode name) {
        return name.text().codePoints().limit(1).anyMatch(Character::isUpperCase);
    }

    /** A name that no other rule handles as that of a declaration, a member or a call. */
    private static void value(MentionSite site) {
        switch (site.parent()) {
            case "call_expression", "generic_function" -> valueUnless(site, "function");
            case "macro_invocation" -> valueUnless(site, "macro");
            case "const_item", "static_item", "function_item", "function_signature_item", "mod_item" ->
                valueUnless(site, "name");
            case "enum_variant", "const_parameter" -> valueUnless(site, "name");
            case "extern_crate_declaration", "scoped_use_list", "use_list", "metavariable", "ERROR" -> {}
            case "scoped_identifier", "scoped_type_identifier" -> {
                if (site.field().equals("path") && startsUpperCase(site.node())) {
                    site.value(site.node());
                }
            }
            case "let_declaration", "let_condition", "for_expression", "parameter" -> {
                if (!site.field().equals("pattern") || startsUpperCase(site.node())) {
                    site.value(site.node());
                }
            }
            case "tuple_pattern",
                    "tuple_struct_pattern",
                    "slice_pattern",
                    "field_pattern",
                    "captured_pattern",
                    "ref_pattern",
                    "mut_pattern",
                    "reference_pattern",
                    "or_pattern",
                    "match_pattern",
                    "parameters",
                    "closure_parameters" -> {
                if (startsUpperCase(site.node())) {
                    site.value(site.node());
                }
            }
            default -> site.value(site.node());
        }
    }

    private static void valueUnless(MentionSite site, String field) {
        if (!site.field().equals(field)) {
            site.value(site.node());
        }
    }
}
