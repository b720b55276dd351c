package dev.caffeinecode.repository.url;

import dev.caffeinecode.platform.problem.ErrorCode;
import dev.caffeinecode.platform.problem.ProblemException;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Reads a clone URL and refuses what must not be cloned, without asking DNS: a refused URL costs no packet. The answer
 * never repeats the URL, which may hold a password.
 */
@Singleton
public class CloneUrlParser {
    /** Characters; longer than any git server's own limit on owner and name together. */
    static final int MAX_LENGTH = 2_048;

    /** RFC 3986, section 3.1. */
    private static final Pattern SCHEME = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*");

    /** {@code helper::rest} runs a program in git, {@code host:path} means ssh, {@code C:\path} is a drive. */
    private static final Pattern COLON_BEFORE_SLASH = Pattern.compile("[^/]*:.*");

    private static final Pattern CONTROL = Pattern.compile("[\\x00-\\x1f\\x7f-\\x9f\\u2028\\u2029]");
    private static final Pattern PORT = Pattern.compile("-?[0-9]{1,9}");

    /** Servers on which {@code Owner/Name} and {@code owner/name} are the same repository. */
    private static final Set<String> CASE_INSENSITIVE =
            Set.of("github.com", "gitlab.com", "bitbucket.org", "codeberg.org");

    private static final String HOW = "write it as https://host/owner/name";

    private final CloneUrlRules rules;

    public CloneUrlParser(CloneUrlRules rules) {
        this.rules = rules;
    }

    /**
     * @param text as a person wrote it; null when they wrote nothing
     * @throws ProblemException with one of the codes about URLs
     */
    public CloneUrl parse(@Nullable String text) {
        if (text == null || text.isBlank()) {
            throw invalid("the URL is empty; " + HOW);
        }
        if (text.length() > MAX_LENGTH) {
            throw new ProblemException(
                    ErrorCode.URL_TOO_LONG, "the URL has more than " + MAX_LENGTH + " characters; " + HOW);
        }
        if (CONTROL.matcher(text).find()) {
            throw invalid("the URL holds a control character; " + HOW);
        }
        if (text.startsWith("-")) {
            throw invalid("the URL starts with a dash; " + HOW);
        }
        int slashes = text.indexOf("://");
        if (slashes > 0 && SCHEME.matcher(text.substring(0, slashes)).matches()) {
            return remote(text.substring(0, slashes).toLowerCase(Locale.ROOT), text.substring(slashes + 3));
        }
        if (COLON_BEFORE_SLASH.matcher(text).matches()) {
            throw scheme();
        }
        return local(text);
    }

    private CloneUrl.Remote remote(String scheme, String rest) {
        if (rest.startsWith("-")) {
            throw invalid("the host starts with a dash; " + HOW);
        }
        if (!rules.allowsScheme(scheme)) {
            throw scheme();
        }
        int end = endOfAuthority(rest);
        String authority = rest.substring(0, end);
        if (authority.contains("@")) {
            throw new ProblemException(
                    ErrorCode.CREDENTIALS_IN_URL,
                    "take the user name and password out of the URL; they would be stored where others can read them");
        }
        int colon = authority.indexOf(':', authority.startsWith("[") ? authority.indexOf(']') + 1 : 0);
        int port = colon < 0 ? CloneUrlRules.defaultPort(scheme) : port(authority.substring(colon + 1));
        String host = HostName.check(colon < 0 ? authority : authority.substring(0, colon), rules, port);
        if (!rules.allowsPort(scheme, host, port)) {
            throw new ProblemException(
                    ErrorCode.PORT_NOT_ALLOWED,
                    "only port " + CloneUrlRules.defaultPort(scheme) + " is allowed; leave the port out of the URL");
        }
        String path = UrlPath.check(rest.substring(end));
        return remote(scheme, host, port, path);
    }

    private static CloneUrl.Remote remote(String scheme, String host, int port, String path) {
        String authority = port == CloneUrlRules.defaultPort(scheme) ? host : host + ":" + port;
        String bare = withoutGitSuffix(path);
        String keyPath = CASE_INSENSITIVE.contains(host) ? bare.toLowerCase(Locale.ROOT) : bare;
        String name = UrlPath.decode(bare.substring(bare.lastIndexOf('/') + 1));
        try {
            URI uri = new URI(scheme + "://" + authority + path);
            return new CloneUrl.Remote(uri, host, port, scheme + "://" + host + ":" + port + keyPath, name);
        } catch (URISyntaxException e) {
            throw invalid("the URL is malformed; " + HOW);
        }
    }

    private static int endOfAuthority(String rest) {
        for (int i = 0; i < rest.length(); i++) {
            if ("/?#\\".indexOf(rest.charAt(i)) >= 0) {
                return i;
            }
        }
        return rest.length();
    }

    private static int port(String text) {
        if (!PORT.matcher(text).matches()) {
            throw invalid("the port is not a number; " + HOW);
        }
        int port = Integer.parseInt(text);
        if (port < 1 || port > 65_535) {
            throw invalid("there is no such port; " + HOW);
        }
        return port;
    }

    private CloneUrl.Local local(String text) {
        if (!rules.localPaths()) {
            throw scheme();
        }
        try {
            Path path = Path.of(text);
            if (!path.isAbsolute()) {
                throw invalid("a path of this machine is given from its root on, as in /home/me/project");
            }
            return new CloneUrl.Local(path.normalize());
        } catch (InvalidPathException e) {
            throw invalid("the path is malformed");
        }
    }

    static String withoutGitSuffix(String name) {
        return name.length() > ".git".length() && name.endsWith(".git")
                ? name.substring(0, name.length() - ".git".length())
                : name;
    }

    static ProblemException invalid(String detail) {
        return new ProblemException(ErrorCode.INVALID_URL, detail);
    }

    private static ProblemException scheme() {
        return new ProblemException(ErrorCode.SCHEME_NOT_ALLOWED, "only https is cloned; " + HOW);
    }
}
