package dev.caffeinecode.platform.database;

import org.jspecify.annotations.Nullable;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;

/**
 * Where the database is, as people write it: {@code postgresql://user:password@host:port/name?options} (also
 * {@code postgres:} and with a {@code jdbc:} prefix).
 *
 * @param jdbcUrl without user and password
 * @param user null when the URL names none
 * @param password null when the URL holds none
 */
public record DatabaseUrl(
        String jdbcUrl, @Nullable String user, @Nullable String password) {
    /** @throws IllegalArgumentException with a sentence that repeats no password */
    public static DatabaseUrl parse(String text) {
        String plain = text.strip();
        String withoutJdbc = plain.startsWith("jdbc:") ? plain.substring("jdbc:".length()) : plain;
        URI uri;
        try {
            uri = URI.create(withoutJdbc);
        } catch (IllegalArgumentException e) {
            throw malformed();
        }
        boolean postgres = "postgresql".equals(uri.getScheme()) || "postgres".equals(uri.getScheme());
        if (!postgres
                || uri.getHost() == null
                || uri.getPath() == null
                || uri.getPath().length() < 2) {
            throw malformed();
        }
        String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
        String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
        String jdbc = "jdbc:postgresql://" + uri.getHost() + port + uri.getRawPath() + query;
        String userInfo = uri.getRawUserInfo();
        if (userInfo == null) {
            return new DatabaseUrl(jdbc, null, null);
        }
        int colon = userInfo.indexOf(':');
        return colon < 0
                ? new DatabaseUrl(jdbc, decode(userInfo), null)
                : new DatabaseUrl(jdbc, decode(userInfo.substring(0, colon)), decode(userInfo.substring(colon + 1)));
    }

    private static IllegalArgumentException malformed() {
        return new IllegalArgumentException(
                "not a database URL; it looks like postgresql://user:password@host:5432/name");
    }

    private static String decode(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }
}
