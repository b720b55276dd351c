package dev.caffeinecode.local.cli;

import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.Link;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;

import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Follows every link of an exported wiki: its pages, its source files, and the lines that are cited in them. */
final class WikiCheck {
    private static final Parser PARSER =
            Parser.builder().extensions(List.of(TablesExtension.create())).build();
    private static final Pattern LINES = Pattern.compile("L(?<first>[0-9]+)-L(?<last>[0-9]+)");

    /** What a citation shows of its lines: {@code path:3-9}, {@code path:3}, {@code 3–9} or {@code 3}. */
    private static final Pattern SHOWN = Pattern.compile("(?:.*:)?(?<first>[0-9]+)(?:[-\u2013](?<last>[0-9]+))?");

    private final Path wiki;
    private final List<String> broken = new ArrayList<>();
    private int links;
    private int citations;

    private WikiCheck(Path wiki) {
        this.wiki = wiki;
    }

    static WikiCheck of(Path wiki) throws IOException {
        WikiCheck check = new WikiCheck(wiki);
        try (Stream<Path> files = Files.walk(wiki)) {
            for (Path page : files.filter(file -> file.toString().endsWith(".md"))
                    .filter(file -> !wiki.relativize(file).startsWith("source"))
                    .toList()) {
                check.read(page);
            }
        }
        return check;
    }

    /** One line for each link that leads nowhere, or to other lines than it says. */
    List<String> broken() {
        return broken;
    }

    int citations() {
        return citations;
    }

    private void read(Path page) throws IOException {
        PARSER.parse(Files.readString(page)).accept(new AbstractVisitor() {
            @Override
            public void visit(Link link) {
                links++;
                follow(page, link.getDestination(), text(link));
                visitChildren(link);
            }
        });
    }

    private static String text(Link link) {
        StringBuilder text = new StringBuilder();
        link.accept(new AbstractVisitor() {
            @Override
            public void visit(Text part) {
                text.append(part.getLiteral());
            }

            @Override
            public void visit(Code part) {
                text.append(part.getLiteral());
            }
        });
        return text.toString();
    }

    private void follow(Path page, String destination, String label) {
        if (destination.matches("(?i)(https?:|mailto:).*")) {
            return; // the world outside
        }
        String[] parts = destination.split("#", 2);
        Path target = page.resolveSibling(URLDecoder.decode(parts[0].replace("+", "%2B"), StandardCharsets.UTF_8))
                .normalize();
        if (!target.startsWith(wiki) || !Files.exists(target)) {
            broken.add(wiki.relativize(page) + ": no file for " + destination);
        } else if (parts.length == 2) {
            followLines(page, target, parts[1], label);
        }
    }

    private void followLines(Path page, Path target, String fragment, String label) {
        Matcher lines = LINES.matcher(fragment);
        if (!lines.matches()) {
            return; // a heading of the page
        }
        citations++;
        int first = number(lines, "first");
        int last = number(lines, "last");
        Matcher shown = SHOWN.matcher(label);
        boolean says = !shown.matches()
                || (number(shown, "first") == first
                        && (shown.group("last") == null ? first == last : number(shown, "last") == last));
        if (first < 1 || last < first || last > lineCount(target) || !says) {
            broken.add(wiki.relativize(page) + ": [" + label + "] leads to " + target + "#" + fragment);
        }
    }

    private static int number(Matcher matcher, String group) {
        return Integer.parseInt(String.valueOf(matcher.group(group)));
    }

    private static int lineCount(Path file) {
        try {
            return (int) new String(Files.readAllBytes(file), StandardCharsets.UTF_8)
                    .lines()
                    .count();
        } catch (IOException e) {
            return 0;
        }
    }

    /** Prints what it found about the wikis that are named; ends with 1 when a link is broken. */
    @SuppressWarnings("SystemOut") // it is a command
    public static void main(String... wikis) throws IOException {
        boolean good = true;
        for (String wiki : wikis) {
            WikiCheck check = of(Path.of(wiki).toAbsolutePath().normalize());
            System.out.printf(
                    "%s: %,d links, %,d of them to lines, %d broken%n",
                    wiki, check.links, check.citations, check.broken.size());
            check.broken.stream().limit(20).forEach(System.out::println);
            good &= check.broken.isEmpty();
        }
        System.exit(good ? 0 : 1);
    }
}
