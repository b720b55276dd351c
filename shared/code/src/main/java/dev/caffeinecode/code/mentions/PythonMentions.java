package dev.caffeinecode.code.mentions;

import dev.caffeinecode.code.ReferenceKind;
import dev.caffeinecode.code.mentions.MentionBook.Trait;
import dev.caffeinecode.code.treesitter.SyntaxNode;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** How Python refers to things. */
final class PythonMentions {
    private static final Set<String> WRAPPERS = Set.of(
            ("Optional Union Annotated Literal Final ClassVar Required NotRequired Type type Awaitable Coroutine Iterator Iterable "
                            + "Generator AsyncIterator AsyncIterable AsyncGenerator ContextManager AsyncContextManager "
                            + "list List tuple Tuple Sequence Collection")
                    .split(" "));
    private static final Set<String> IMPORTERS = Set.of("import_module", "importlib.import_module", "__import__");
    private static final Pattern QUOTED = Pattern.compile("\"[^\"]*\"|'[^']*'");
    private static final Pattern NAME = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_.]*");

    private PythonMentions() {}

    static MentionBook book() {
        MentionBook.Builder book = MentionBook.separatedBy("\\.")
                .are(
                        Trait.SKIPPED,
                        "comment string_start string_content string_end integer float type_conversion",
                        "future_import_statement nonlocal_statement")
                .are(
                        Trait.BLOCK,
                        "module function_definition lambda list_comprehension set_comprehension",
                        "dictionary_comprehension generator_expression")
                .are(Trait.TYPE, "class_definition")
                .are(Trait.TYPE_ARGUMENTS, "type_parameter")
                .are(Trait.TYPE_NAME, "identifier attribute dotted_name")
                .are(Trait.WRAPPER, String.join(" ", WRAPPERS))
                .chain("identifier", new Link.Name())
                .chain("attribute", new Link.Member("object", "attribute"))
                .chain("call", new Link.Call("function"))
                .chain("parenthesized_expression await", new Link.Inner(""))
                .chain("named_expression", new Link.Inner("value"))
                .chain("boolean_operator", new Link.Inner("right"))
                .on("class_definition", PythonMentions::definition)
                .on("argument_list", PythonMentions::bases)
                .on("function_definition", PythonMentions::function)
                .on("call", PythonMentions::call)
                .on("attribute", PythonMentions::member)
                .on("identifier", PythonMentions::value)
                .on("global_statement", site -> site.node().children().forEach(site::value))
                .on("type", PythonMentions::annotation);
        return PythonBindings.rules(builtins(book)).build();
    }

    private static MentionBook.Builder builtins(MentionBook.Builder book) {
        return book.are(
                Trait.BUILTIN,
                "print len range enumerate zip map filter sorted reversed sum min max abs any all round pow",
                "isinstance issubclass hasattr getattr setattr delattr callable iter next open input repr",
                "str int float bool bytes bytearray list dict set frozenset tuple object type complex id",
                "super property staticmethod classmethod hash hex oct bin ord chr format vars dir locals",
                "globals eval exec compile divmod slice memoryview breakpoint help aiter anext ascii exit",
                "quit self cls NotImplemented Ellipsis __name__ __file__ __doc__ __all__ __path__ _",
                "BaseException Exception ValueError TypeError KeyError IndexError AttributeError OSError",
                "RuntimeError NotImplementedError StopIteration StopAsyncIteration ImportError IOError",
                "ModuleNotFoundError FileNotFoundError FileExistsError PermissionError TimeoutError EOFError",
                "ConnectionError AssertionError ArithmeticError ZeroDivisionError OverflowError NameError",
                "LookupError MemoryError RecursionError SyntaxError SystemError SystemExit UnicodeError",
                "UnicodeDecodeError UnicodeEncodeError KeyboardInterrupt GeneratorExit BrokenPipeError",
                "ConnectionResetError ConnectionRefusedError InterruptedError IsADirectoryError",
                "NotADirectoryError BlockingIOError BufferError UnboundLocalError ExceptionGroup Warning",
                "UserWarning DeprecationWarning RuntimeWarning FutureWarning ResourceWarning ImportWarning",
                "PendingDeprecationWarning SyntaxWarning UnicodeWarning BytesWarning EnvironmentError");
    }

    private static void bases(MentionSite site) {
        if (!site.parent().equals("class_definition")) {
            return;
        }
        for (SyntaxNode base : site.node().children()) {
            SyntaxNode name = base.is("subscript") ? base.child("value") : base;
            if (name.is("identifier", "attribute")) {
                site.mention(ReferenceKind.EXTENDS, name.text());
            }
        }
    }

    private static boolean isBase(MentionSite site) {
        int level = site.parent().equals("subscript") && site.field().equals("value") ? 2 : 1;
        return site.ancestor(level).equals("argument_list")
                && site.ancestor(level + 1).equals("class_definition");
    }

    private static void definition(MentionSite site) {
        site.declare("super", Receivers.SUPER);
        typeParameters(site);
    }

    private static void typeParameters(MentionSite site) {
        for (SyntaxNode parameter : site.node().child("type_parameters").children()) {
            List<String> names = found(NAME, parameter.text());
            String bound = names.size() > 1 ? names.get(1).replace('.', Receivers.DOT) : "";
            names.stream().limit(1).forEach(name -> site.declare(name, Receivers.ofType(bound)));
        }
    }

    private static void function(MentionSite site) {
        typeParameters(site);
        site.defines(valueOf(site, site.node().child("return_type")));
    }

    private static void call(MentionSite site) {
        SyntaxNode function = site.node().child("function");
        SyntaxNode arguments = site.node().child("arguments");
        if (function.is("identifier", "attribute")) {
            site.expression(ReferenceKind.CALL, function, count(arguments));
        }
        if (function.is("identifier", "attribute")
                && arguments.is("argument_list")
                && IMPORTERS.contains(function.text())) {
            importByName(site, arguments);
        }
    }

    private static int count(SyntaxNode arguments) {
        if (!arguments.is("argument_list")) {
            return 1; // a generator without parentheses of its own
        }
        List<SyntaxNode> each = arguments.children();
        boolean spread = each.stream().anyMatch(argument -> argument.is("list_splat", "dictionary_splat"));
        return spread
                ? Mention.UNCOUNTED
                : (int) each.stream()
                        .filter(argument -> !argument.is("comment"))
                        .count();
    }

    private static void importByName(MentionSite site, SyntaxNode arguments) {
        List<SyntaxNode> each = arguments.children();
        if (!each.isEmpty()
                && each.getFirst().is("string")
                && each.getFirst().children().size() == 3) {
            site.imports(each.getFirst().childOfKind("string_content").text(), "", "");
        }
    }

    private static void member(MentionSite site) {
        if (site.parent().equals("decorator")) {
            site.expression(ReferenceKind.CALL, site.node(), Mention.UNCOUNTED);
        } else if (!site.field().equals("function") && !isBase(site)) {
            site.expression(ReferenceKind.VALUE, site.node(), Mention.UNCOUNTED);
        }
    }

    /** A name that no other rule handles as that of a declaration, a member or a call. */
    private static void value(MentionSite site) {
        switch (site.parent()) {
            case "decorator" -> site.expression(ReferenceKind.CALL, site.node(), Mention.UNCOUNTED);
            case "attribute" -> valueUnless(site, "attribute");
            case "call" -> valueUnless(site, "function");
            case "keyword_argument", "default_parameter", "typed_default_parameter", "named_expression" ->
                valueUnless(site, "name");
            case "class_definition", "function_definition" -> valueUnless(site, "name");
            case "assignment", "for_statement", "for_in_clause" -> valueUnless(site, "left");
            case "parameters",
                    "lambda_parameters",
                    "typed_parameter",
                    "list_splat_pattern",
                    "dictionary_splat_pattern",
                    "splat_pattern",
                    "pattern_list",
                    "tuple_pattern",
                    "list_pattern",
                    "as_pattern_target",
                    "dotted_name",
                    "keyword_pattern",
                    "ERROR" -> {}
            case "argument_list", "subscript" -> {
                if (!isBase(site)) {
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

    private static void annotation(MentionSite site) {
        if (!site.parent().equals("type_alias_statement") || site.field().equals("right")) {
            site.type(ReferenceKind.TYPE, site.node());
            quoted(site.node()).forEach(name -> site.mention(ReferenceKind.TYPE, name));
        }
        site.skip();
    }

    /** Types that are written as strings because they are defined further down. */
    private static List<String> quoted(SyntaxNode type) {
        String text = type.text();
        boolean quotes = text.indexOf('"') >= 0 || text.indexOf('\'') >= 0;
        return !quotes || text.contains("Literal[")
                ? List.of()
                : found(QUOTED, text).stream()
                        .flatMap(string -> found(NAME, string).stream())
                        .toList();
    }

    private static List<String> found(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map(each -> text.substring(each.start(), each.end()))
                .toList();
    }

    /** Returns a value of a type that may be quoted. */
    static String valueOf(MentionSite site, SyntaxNode type) {
        String value = site.valueOf(type);
        if (type.isAbsent() || !value.equals(Receivers.UNKNOWN)) {
            return value;
        }
        return quoted(type).stream()
                .filter(name -> !WRAPPERS.contains(name) && !name.equals("None"))
                .findFirst()
                .map(name -> Receivers.ofType(name))
                .orElse(value);
    }
}
