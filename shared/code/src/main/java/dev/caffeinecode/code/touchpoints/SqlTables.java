package dev.caffeinecode.code.touchpoints;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** Tables that SQL creates, changes or uses: in files of SQL, and in strings of other languages that plainly are SQL. */
final class SqlTables {
    private static final Set<String> BEGINNINGS =
            Set.of("SELECT", "INSERT", "UPDATE", "DELETE", "CREATE", "ALTER", "WITH");

    /** Words that stand where a table's name would, and are none. */
    private static final Set<String> NO_NAMES = Set.of(
            "SELECT",
            "SET",
            "ONLY",
            "LATERAL",
            "UNNEST",
            "VALUES",
            "TABLE",
            "WHERE",
            "DUAL",
            "JSON_TABLE",
            "IF",
            "NOT",
            "EXISTS",
            "INTO",
            "FROM",
            "AS",
            "ON",
            "ROWS",
            "LAST",
            "FIRST",
            "INSERTED",
            "DELETED",
            "NEW",
            "OLD");

    private static final Set<String> SYSTEM = Set.of(
            "information_schema",
            "pg_catalog",
            "sys",
            "mysql",
            "performance_schema",
            "sqlite_master",
            "sqlite_schema",
            "pg_class",
            "pg_namespace",
            "pg_database",
            "pg_tables",
            "pg_type");

    private static final int MAX_SQL = 20_000;

    private final Tokens tokens;
    private final Found found;
    private final int line;

    /** What a statement names for itself, which is no table. */
    private final Set<String> own = new HashSet<>();

    private final boolean queries;

    /** @param line that the text begins on; 0 for a file */
    private SqlTables(Tokens tokens, Found found, int line, boolean queries) {
        this.tokens = tokens;
        this.found = found;
        this.line = line;
        this.queries = queries;
    }

    /** Reads a file of SQL: which tables it creates and changes. */
    static void file(Tokens tokens, Found found) {
        new SqlTables(tokens, found, 0, false).read();
    }

    /** Reads the strings of code that are SQL in capitals, as nearly all SQL in code is; prose is not. */
    static void strings(Tokens code, Found found, Lexis sql) {
        for (int at = 0; at < code.size() && !found.isFull(); at++) {
            if (code.isString(at) && !code.isString(at - 1) && !isAppended(code, at)) {
                String text = code.text(at);
                if (beginsLikeSql(text)) {
                    Tokens statement = Lexer.cut(whole(code, at, text), sql);
                    new SqlTables(statement, found, code.line(at), true).read();
                }
            }
        }
    }

    private static boolean isAppended(Tokens code, int at) {
        return code.isMark(at - 1, '+') && code.isString(at - 2);
    }

    private static boolean beginsLikeSql(String text) {
        int start = 0;
        while (start < text.length() && text.charAt(start) <= ' ') {
            start++;
        }
        int end = start;
        while (end < text.length() && end - start < 7 && Character.isUpperCase(text.charAt(end))) {
            end++;
        }
        String word = text.substring(start, end);
        boolean sentence = word.equals("UPDATE") && !text.contains("SET");
        return end < text.length() && text.charAt(end) <= ' ' && BEGINNINGS.contains(word) && !sentence;
    }

    /** Joins a string and those appended to it; what else is appended ends it, with a mark that is no part of a name. */
    private static String whole(Tokens code, int from, String first) {
        StringBuilder sql = new StringBuilder(first);
        int at = from + 1;
        while (sql.length() < MAX_SQL) {
            int next = code.isMark(at, '+') ? at + 1 : at;
            if (!code.isString(next)) {
                return code.isMark(at, '+') || code.isMark(at, '.') || code.isMark(at, '%')
                        ? sql + "{"
                        : sql.toString();
            }
            sql.append(code.text(next));
            at = next + 1;
        }
        return sql.substring(0, MAX_SQL);
    }

    private void read() {
        for (int at = 0; at < tokens.size() && !found.isFull(); at++) {
            switch (word(at)) {
                case "CREATE" -> created(at);
                case "ALTER" -> altered(at);
                case "AS" -> {
                    if (tokens.isMark(at + 1, '(') && tokens.isWord(at - 1)) {
                        own.add(tokens.text(at - 1));
                    }
                }
                default -> {}
            }
        }
        if (queries) {
            for (int at = 0; at < tokens.size() && !found.isFull(); at++) {
                queried(at);
            }
        }
    }

    private String word(int at) {
        boolean word = tokens.isWord(at);
        return word ? tokens.text(at).toUpperCase(Locale.ROOT) : "";
    }

    /** A table that is there for one session only is none of the database. */
    private void created(int at) {
        int next = at + 1;
        while (Set.of("GLOBAL", "LOCAL", "UNLOGGED", "EXTERNAL", "OR", "REPLACE")
                .contains(word(next))) {
            next++;
        }
        if (word(next).equals("TABLE")) {
            next++;
            if (word(next).equals("IF")) {
                next += 3;
            }
            add(next, "created");
        }
    }

    private void altered(int at) {
        if (word(at + 1).equals("TABLE")) {
            int next = at + 2;
            if (word(next).equals("IF")) {
                next += 2;
            }
            add(word(next).equals("ONLY") ? next + 1 : next, "altered");
        }
    }

    private void queried(int at) {
        switch (word(at)) {
            case "FROM" -> {
                if (!word(at - 1).equals("DISTINCT") && !isOfFunction(at)) {
                    used(at + 1);
                }
            }
            case "JOIN" -> used(at + 1);
            case "INTO" -> {
                if (word(at - 1).equals("INSERT")
                        || word(at - 1).equals("MERGE")
                        || word(at - 1).equals("REPLACE")) {
                    add(at + 1, "queried");
                }
            }
            case "UPDATE" -> {
                int end = end(at + 1);
                int set = word(end).equals("AS") ? end + 2 : end;
                if (word(set).equals("SET") || word(set + 1).equals("SET")) {
                    add(at + 1, "queried");
                }
            }
            default -> {}
        }
    }

    /** {@code EXTRACT(EPOCH FROM at)}: no query between the bracket and the word. */
    private boolean isOfFunction(int at) {
        for (int i = at - 1; i >= 0 && at - i < 40; i--) {
            if (tokens.isMark(i, ')')) {
                i = Math.min(i, tokens.partner(i));
            } else if (tokens.isMark(i, '(')) {
                return !word(i + 1).equals("SELECT") && !word(i + 1).equals("DELETE");
            }
        }
        return false;
    }

    private void used(int at) {
        if (!tokens.isMark(end(at), '(') && !own.contains(tokens.text(at))) {
            add(at, "queried");
        }
    }

    /** Returns the index behind a name, which may be in quotes and have a schema. */
    private int end(int at) {
        int end = at + 1;
        while (tokens.isMark(end, '.') && end < at + 5) {
            end += 2;
        }
        return end;
    }

    private void add(int at, String detail) {
        int end = end(at);
        StringBuilder name = new StringBuilder();
        for (int i = at; i < end; i++) {
            name.append(tokens.text(i));
        }
        boolean known = (tokens.isWord(at) || tokens.isString(at)) && !NO_NAMES.contains(word(at));
        boolean cut = tokens.touches(end - 1, end) && (tokens.isMark(end, '{') || tokens.isMark(end, '%'));
        boolean system = SYSTEM.contains(tokens.text(at).toLowerCase(Locale.ROOT));
        if (known && !cut && !system) {
            found.table(name.toString(), detail, line == 0 ? tokens.line(at) : line + tokens.line(at) - 1);
        }
    }
}
