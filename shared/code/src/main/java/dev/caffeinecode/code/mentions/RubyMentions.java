package dev.caffeinecode.code.mentions;

import dev.caffeinecode.code.ReferenceKind;
import dev.caffeinecode.code.mentions.MentionBook.Trait;
import dev.caffeinecode.code.treesitter.SyntaxNode;

import java.util.List;
import java.util.Set;

/** How Ruby refers to things. */
final class RubyMentions {
    private static final int MAX_DEPTH = 50;
    private static final Set<String> MIXINS = Set.of("include", "extend", "prepend");
    private static final Set<String> BY_NAME = Set.of("method", "send", "public_send", "__send__", "instance_method");
    private static final Set<String> TYPE_MAKERS = Set.of("Class", "Module", "Struct", "Data");
    private static final Set<String> DEFINING =
            Set.of("attr_accessor", "attr_reader", "attr_writer", "define_method", "require", "autoload");

    private RubyMentions() {}

    static MentionBook book() {
        return MentionBook.separatedBy("::")
                .are(
                        Trait.SKIPPED,
                        "comment string_content heredoc_content escape_sequence simple_symbol hash_key_symbol integer",
                        "float alias undef uninterpreted")
                .are(Trait.BLOCK, "program method singleton_method block do_block lambda")
                .are(Trait.TYPE, "class module singleton_class")
                .are(Trait.TYPE_NAME, "constant scope_resolution")
                .are(Trait.PASSING, "new tap dup clone freeze itself")
                .are(
                        Trait.BUILTIN,
                        "puts print p pp printf sprintf format require require_relative load raise fail lambda proc",
                        "attr_accessor attr_reader attr_writer private public protected module_function loop catch throw",
                        "private_class_method public_class_method private_constant alias_method define_method method",
                        "block_given? binding exit abort at_exit rand srand sleep gets warn caller freeze autoload",
                        "include extend prepend using refine __method__ __dir__ __FILE__ __LINE__ self super it",
                        "Integer Float String Array Hash Rational Complex Symbol Object BasicObject Class Module Kernel",
                        "Comparable Enumerable NilClass TrueClass FalseClass Numeric Proc Method Range Regexp Struct",
                        "Exception StandardError RuntimeError ArgumentError TypeError NameError NoMethodError KeyError",
                        "IndexError IOError EOFError NotImplementedError ZeroDivisionError LoadError RangeError",
                        "StopIteration FrozenError SystemExit Interrupt SecurityError ScriptError SyntaxError ENV ARGV",
                        "RUBY_VERSION RUBY_PLATFORM STDIN STDOUT STDERR DATA send public_send instance_method")
                .chain("identifier", new Link.NameOrCall())
                .chain("constant", new Link.Name())
                .chain("instance_variable", new Link.OwnMember())
                .chain("self", new Link.Fixed(Receivers.SELF))
                .chain("super", new Link.Fixed(Receivers.SUPER))
                .chain("call", new Link.MemberCall("receiver", "method"))
                .chain("scope_resolution", new Link.Member("scope", "name"))
                .chain("element_reference", new Link.Inner("object"))
                .chain("parenthesized_statements", new Link.Inner(""))
                .on(
                        "superclass",
                        site -> bases(site, ReferenceKind.EXTENDS, site.node().children()))
                .on("call", RubyMentions::call)
                .on("constant", RubyMentions::constant)
                .on("scope_resolution", RubyMentions::path)
                .on("identifier", RubyMentions::identifier)
                .on("assignment operator_assignment", RubyMentions::assignment)
                .on("method_parameters block_parameters lambda_parameters", RubyMentions::parameters)
                .on("rescue", RubyMentions::rescue)
                .on("for", site -> bind(site, site.node().child("pattern"), 0))
                .on("in_clause", site -> bind(site, site.node().child("pattern"), 0))
                .build();
    }

    private static void bases(MentionSite site, ReferenceKind kind, List<SyntaxNode> bases) {
        for (SyntaxNode base : bases) {
            if (base.is("constant", "scope_resolution")) {
                site.expression(kind, base, Mention.UNCOUNTED);
            }
        }
        if (bases.stream().allMatch(base -> base.is("constant", "scope_resolution", "self"))) {
            site.skip();
        }
    }

    private static void call(MentionSite site) {
        SyntaxNode receiver = site.node().child("receiver");
        SyntaxNode method = site.node().child("method");
        List<SyntaxNode> arguments = site.node().child("arguments").children();
        String name = method.text();
        if (receiver.isAbsent()) {
            if (MIXINS.contains(name)) {
                bases(site, ReferenceKind.IMPLEMENTS, arguments);
                return;
            }
            RubyImports.note(site, name, arguments);
            named(site, name, arguments);
        }
        blocks(site, arguments);
        boolean assigned = isAssigned(site);
        boolean made = name.equals("new") && receiver.is("constant", "scope_resolution");
        if (made) {
            created(site, receiver, arguments);
        } else if (method.is("identifier", "constant")) {
            ReferenceKind kind = assigned ? ReferenceKind.VALUE : ReferenceKind.CALL;
            site.expression(kind, site.node(), assigned ? Mention.UNCOUNTED : count(arguments));
        }
    }

    private static void created(MentionSite site, SyntaxNode type, List<SyntaxNode> arguments) {
        site.expression(ReferenceKind.CALL, type, count(arguments));
        boolean derived = type.text().equals("Class") && !arguments.isEmpty();
        if (derived && arguments.getFirst().is("constant", "scope_resolution")) {
            site.expression(ReferenceKind.EXTENDS, arguments.getFirst(), Mention.UNCOUNTED);
        }
    }

    /** Methods that are named with a symbol: {@code method(:total)}, {@code before_save :check} in a class. */
    private static void named(MentionSite site, String name, List<SyntaxNode> arguments) {
        boolean declaration = site.parent().equals("body_statement")
                && (site.ancestor(2).equals("class") || site.ancestor(2).equals("module"));
        if (BY_NAME.contains(name) || (declaration && !DEFINING.contains(name))) {
            for (SyntaxNode argument : arguments) {
                if (argument.is("simple_symbol")) {
                    site.mention(ReferenceKind.VALUE, argument.text().substring(1));
                }
            }
        }
    }

    /** {@code map(&:price)} calls a method of what nothing is known of. */
    private static void blocks(MentionSite site, List<SyntaxNode> arguments) {
        for (SyntaxNode argument : arguments) {
            SyntaxNode symbol = argument.is("block_argument") ? argument.childOfKind("simple_symbol") : argument;
            String name = argument.is("block_argument") ? symbol.text() : "";
            if (name.length() > 1 && Character.isJavaIdentifierStart(name.charAt(1))) {
                site.mention(ReferenceKind.CALL, Receivers.UNKNOWN + "::" + name.substring(1));
            }
        }
    }

    private static int count(List<SyntaxNode> arguments) {
        int count = 0;
        for (SyntaxNode argument : arguments) {
            if (argument.is("splat_argument", "hash_splat_argument", "forward_argument")) {
                return Mention.UNCOUNTED;
            }
            count += argument.is("block_argument", "comment") ? 0 : 1;
        }
        return count;
    }

    private static boolean isAssigned(MentionSite site) {
        return site.field().equals("left")
                && (site.parent().equals("assignment") || site.parent().equals("operator_assignment"));
    }

    private static void constant(MentionSite site) {
        switch (site.parent()) {
            case "class", "module", "scope_resolution", "assignment" -> {
                if (!site.field().equals("name") && !isAssigned(site)) {
                    site.value(site.node());
                }
            }
            case "call" -> {
                if (!site.field().equals("method")) {
                    site.value(site.node());
                }
            }
            default -> site.value(site.node());
        }
    }

    private static void path(MentionSite site) {
        if (site.field().equals("name") || isAssigned(site) || site.parent().equals("scope_resolution")) {
            return;
        }
        String name = site.node().child("name").text();
        boolean type = name.chars().anyMatch(Character::isLowerCase);
        site.expression(type ? ReferenceKind.TYPE : ReferenceKind.VALUE, site.node(), Mention.UNCOUNTED);
    }

    /** A name that no other rule handles as that of a declaration: a method without arguments, if it is no variable. */
    private static void identifier(MentionSite site) {
        switch (site.parent()) {
            case "call" -> callUnless(site, "method");
            case "method", "singleton_method", "optional_parameter", "keyword_parameter" -> callUnless(site, "name");
            case "assignment", "operator_assignment" -> callUnless(site, "left");
            case "for" -> callUnless(site, "pattern");
            case "as_pattern" -> callUnless(site, "name");
            case "left_assignment_list",
                    "rest_assignment",
                    "destructured_left_assignment",
                    "destructured_parameter",
                    "method_parameters",
                    "block_parameters",
                    "lambda_parameters",
                    "splat_parameter",
                    "hash_splat_parameter",
                    "block_parameter",
                    "exception_variable",
                    "in_clause",
                    "array_pattern",
                    "find_pattern",
                    "setter",
                    "ERROR" -> {}
            default -> callUnless(site, "no field");
        }
    }

    private static void callUnless(MentionSite site, String field) {
        if (!site.field().equals(field)) {
            site.expression(ReferenceKind.CALL, site.node(), 0);
        }
    }

    private static String given(MentionSite site, SyntaxNode value) {
        boolean made = value.is("call")
                && value.child("method").text().equals("new")
                && value.child("receiver").is("constant", "scope_resolution");
        return made ? site.valueOf(value.child("receiver")) : site.receiver(value);
    }

    private static void assignment(MentionSite site) {
        SyntaxNode left = site.node().child("left");
        SyntaxNode right = site.node().child("right");
        switch (left.kind()) {
            case "identifier" -> {
                String value = given(site, right);
                if (!site.assign(left.text(), value)) {
                    site.declareAfter(left.text(), value);
                }
            }
            case "instance_variable" -> site.declareMember(left.text(), given(site, right));
            case "constant" -> {
                if (!TYPE_MAKERS.contains(right.child("receiver").text())) {
                    site.defines(given(site, right));
                }
            }
            default -> bind(site, left, 0);
        }
    }

    private static void parameters(MentionSite site) {
        for (SyntaxNode parameter : site.node().children()) {
            SyntaxNode name = parameter.child("name");
            if (name.isPresent()) {
                site.declare(name.text(), Receivers.UNKNOWN);
            } else {
                bind(site, parameter, 0);
            }
        }
    }

    private static void rescue(MentionSite site) {
        List<SyntaxNode> types = site.node().child("exceptions").children();
        String value = types.size() == 1 ? site.valueOf(types.getFirst()) : Receivers.UNKNOWN;
        for (SyntaxNode name : site.node().child("variable").children()) {
            site.declare(name.text(), value);
        }
    }

    private static void bind(MentionSite site, SyntaxNode target, int level) {
        switch (level > MAX_DEPTH ? "" : target.kind()) {
            case "identifier" -> {
                if (!site.assign(target.text(), Receivers.UNKNOWN)) {
                    site.declare(target.text(), Receivers.UNKNOWN);
                }
            }
            case "as_pattern" -> site.declare(target.child("name").text(), site.valueOf(target.child("value")));
            case "keyword_pattern" -> {
                SyntaxNode value = target.child("value");
                if (value.isPresent()) {
                    bind(site, value, level + 1);
                } else {
                    site.declare(target.child("key").text(), Receivers.UNKNOWN);
                }
            }
            case "left_assignment_list",
                    "rest_assignment",
                    "destructured_left_assignment",
                    "destructured_parameter",
                    "array_pattern",
                    "find_pattern",
                    "hash_pattern",
                    "splat_parameter",
                    "alternative_pattern" -> target.children().forEach(each -> bind(site, each, level + 1));
            default -> {}
        }
    }
}
