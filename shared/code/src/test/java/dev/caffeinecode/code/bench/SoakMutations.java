package dev.caffeinecode.code.bench;

import dev.caffeinecode.code.Samples;
import dev.caffeinecode.code.bench.SoakSeeds.Seed;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Makes broken files of well-formed ones, the same every time. Lines are kept short, as files with long ones are taken
 * for minified and hardly read.
 */
final class SoakMutations {
    private static final int DEEP = 100_000;
    private static final int LONG_LINE_BYTES = 50 * 1024 * 1024;

    /** Just below what is parsed at most. */
    private static final int LARGE_BYTES = 1024 * 1024 - 1;

    private static final List<String> OPENINGS = List.of(
            "(",
            "{",
            "[",
            "<",
            "a(",
            "a<",
            "a[",
            "a.b(",
            "if (a) {",
            "f(x => ",
            "<a>",
            "/*",
            "\"${",
            "-",
            "!",
            "a ? ",
            "`${",
            "\"#{",
            "$\"{",
            "f\"{",
            "\"\\(",
            "\"$(",
            "<<A ",
            "r#\"",
            "{\"a\":",
            "- ",
            "begin ",
            "fn f() {",
            "class A { ",
            "(select ");

    private static final String PIECES = "{}()[]<>\"'`:;.,#@$%&*=+-!?|~^\\/";

    private final List<Seed> seeds;

    SoakMutations(List<Seed> seeds) {
        this.seeds = List.copyOf(seeds);
    }

    /** A file; its bytes are not copied. */
    static final class Mutant {
        private final String path;
        private final byte[] content;

        private Mutant(String path, byte[] content) {
            this.path = path;
            this.content = content;
        }

        String path() {
            return path;
        }

        byte[] content() {
            return content;
        }
    }

    /**
     * Returns one of endlessly many mutated files: of twenty, one is fifty times as long, one is nested, one is cut in
     * the middle of a character and one has random bytes; of the rest a third is spliced from two.
     */
    Mutant mutant(int number) {
        Random random = new Random(31L * number + seeds.getFirst().path().hashCode());
        Seed seed = seeds.get(random.nextInt(seeds.size()));
        String text = seed.text();
        byte[] content = switch (number % 20) {
            case 4 -> utf8(Samples.mutilated(text.repeat(50), random));
            case 9 -> utf8(nested(random, 300) + Samples.mutilated(text, random));
            case 14 -> cut(utf8(Samples.mutilated(text, random)), random);
            case 19 -> junk(random, utf8(text));
            default -> utf8(number % 3 == 0 ? spliced(text, random) : struck(text, random));
        };
        return new Mutant("f" + number + "/" + seed.path(), content);
    }

    /** Returns the files that go to the limits: too deep, too long, no text. */
    List<Mutant> extremes() {
        Random random = new Random(seeds.getFirst().path().hashCode());
        List<Mutant> extremes = new ArrayList<>();
        Seed seed = seeds.getFirst();
        for (String opening : OPENINGS) {
            String deep = lines(opening, DEEP);
            String text = extremes.size() % 2 == 0 ? deep : inside(seed.text(), deep);
            extremes.add(extreme("deep", extremes, utf8(text)));
        }
        String flat = seed.text().replaceAll("\\s+", " ");
        extremes.add(extreme("line", extremes, utf8(flat.repeat(LONG_LINE_BYTES / flat.length()))));
        extremes.add(extreme("letters", extremes, utf8("a".repeat(LONG_LINE_BYTES))));
        extremes.add(extreme("blanks", extremes, utf8(" ".repeat(LONG_LINE_BYTES) + "a")));
        extremes.add(extreme(
                "large",
                extremes,
                utf8(seed.text().repeat(LARGE_BYTES / seed.text().length()))));
        extremes.add(extreme(
                "flat", extremes, utf8(wrapped(flat.repeat(LARGE_BYTES / (flat.length() + flat.length() / 300 + 1))))));
        extremes.add(extreme("string", extremes, utf8(seed.text() + "\"" + lines("a ", LARGE_BYTES / 4))));
        byte[] junk = new byte[LARGE_BYTES];
        random.nextBytes(junk);
        extremes.add(extreme("junk", extremes, junk));
        extremes.add(extreme("letters", extremes, printable(junk)));
        extremes.add(extreme("utf-16", extremes, ("\ufeff" + seed.text()).getBytes(StandardCharsets.UTF_16LE)));
        extremes.add(extreme("empty", extremes, new byte[0]));
        return extremes;
    }

    private Mutant extreme(String name, List<Mutant> before, byte[] content) {
        return new Mutant(name + before.size() + "/" + seeds.getFirst().path(), content);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String lines(String piece, int count) {
        int each = Math.max(1, 70 / piece.length());
        return (piece.repeat(each) + "\n").repeat(count / each + 1);
    }

    private static String nested(Random random, int count) {
        return lines(OPENINGS.get(random.nextInt(OPENINGS.size())), count);
    }

    /** Puts a text in the middle of another, at the end of a line. */
    private static String inside(String text, String other) {
        int at = text.indexOf('\n', text.length() / 2) + 1;
        return text.substring(0, at) + other + text.substring(at);
    }

    private static String wrapped(String text) {
        return text.replaceAll("(.{300})", "$1\n");
    }

    /** Takes the start of one file and the end of another, of lines in the middle some are moved or doubled. */
    private String spliced(String text, Random random) {
        String other = seeds.get(random.nextInt(seeds.size())).text();
        List<String> lines = new ArrayList<>(
                text.substring(0, random.nextInt(text.length())).lines().toList());
        lines.addAll(other.substring(random.nextInt(other.length())).lines().toList());
        for (int i = random.nextInt(10); i > 0 && lines.size() > 1; i--) {
            String line = lines.get(random.nextInt(lines.size()));
            if (random.nextBoolean()) {
                lines.remove(random.nextInt(lines.size()));
            }
            lines.add(random.nextInt(lines.size() + 1), line);
        }
        return String.join("\n", lines);
    }

    /** Deletes, doubles and adds in a few places or, every eighth time, in very many. */
    private static String struck(String text, Random random) {
        if (random.nextInt(8) > 0) {
            return Samples.mutilated(text, random);
        }
        StringBuilder struck = new StringBuilder(text);
        for (int i = text.length() / 10; i > 0; i--) {
            int at = random.nextInt(struck.length());
            char piece = PIECES.charAt(random.nextInt(PIECES.length()));
            if (random.nextBoolean()) {
                struck.setCharAt(at, piece);
            } else {
                struck.insert(at, piece);
            }
        }
        return struck.toString();
    }

    private static byte[] cut(byte[] utf8, Random random) {
        byte[] with = utf8("\ufeff\u00e9\u4e2d\ud83d\ude00");
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        int at = random.nextInt(utf8.length);
        bytes.write(utf8, 0, at);
        bytes.write(with, 0, random.nextInt(with.length) + 1);
        bytes.write(utf8, at, random.nextInt(utf8.length - at));
        return bytes.toByteArray();
    }

    /** Binary junk, or a text with some. */
    private static byte[] junk(Random random, byte[] utf8) {
        if (random.nextInt(3) == 0) {
            byte[] junk = new byte[20_000];
            random.nextBytes(junk);
            return random.nextBoolean() ? junk : printable(junk);
        }
        byte[] struck = utf8.clone();
        for (int i = 1 + random.nextInt(20); i > 0; i--) {
            struck[random.nextInt(struck.length)] = (byte) (1 + random.nextInt(255));
        }
        return struck;
    }

    /** Returns bytes that pass for text: none is a control character but the ends of lines. */
    private static byte[] printable(byte[] junk) {
        byte[] text = junk.clone();
        for (int i = 0; i < text.length; i++) {
            text[i] = i % 80 == 79 ? (byte) '\n' : (byte) (32 + Math.floorMod(text[i], 95));
        }
        return text;
    }
}
