package dev.caffeinecode.repository.url;

import dev.caffeinecode.platform.problem.ErrorCode;
import dev.caffeinecode.platform.problem.ProblemException;
import dev.caffeinecode.repository.network.PublicAddresses;

import java.lang.Character.UnicodeScript;
import java.net.IDN;
import java.net.InetAddress;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** The host of a clone URL: a name that may be on the public internet, or the address of a public machine. */
final class HostName {
    /** Octets in presentation form; RFC 1035, section 2.3.4. */
    private static final int MAX_LENGTH = 253;

    private static final Pattern LABEL = Pattern.compile("[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?");
    private static final Pattern CANONICAL_IPV4 = Pattern.compile("(0|[1-9][0-9]{0,2})(\\.(0|[1-9][0-9]{0,2})){3}");

    /** Last label of what the URL Standard reads as an IPv4 address: digits, or hexadecimal. */
    private static final Pattern NUMBER = Pattern.compile("[0-9]+|0x[0-9a-f]*");

    /** Top-level names that never are on the public internet: RFC 6761, 6762, 7686, 8375, 9476 and common practice. */
    private static final Set<String> PRIVATE_SUFFIXES = Set.of(
            "localhost",
            "local",
            "localdomain",
            "internal",
            "intranet",
            "private",
            "corp",
            "home",
            "lan",
            "test",
            "example",
            "invalid",
            "onion",
            "alt",
            "home.arpa");

    private HostName() {}

    /** @return the host in lower-case ASCII; IPv6 in brackets */
    static String check(String text, CloneUrlRules rules, int port) {
        if (text.length() > MAX_LENGTH) {
            throw new ProblemException(ErrorCode.URL_TOO_LONG, "the host has more than 253 characters");
        }
        if (text.startsWith("[") && text.endsWith("]")) {
            return address(text, text.substring(1, text.length() - 1), rules, port);
        }
        String host = ascii(text);
        // Decoded again, so that Punycode is judged by what people read, in letters newer than Java's IDNA too.
        if (mixesScripts(IDN.toUnicode(host, IDN.ALLOW_UNASSIGNED))) {
            throw notAllowed("the host mixes letters of several alphabets to look like another one");
        }
        if (rules.allowsPrivateAddresses(host, port)) {
            return host;
        }
        List<String> labels = List.of(host.split("\\.", -1));
        if (NUMBER.matcher(labels.getLast()).matches()) {
            if (!CANONICAL_IPV4.matcher(host).matches()) {
                throw notPublic("the host is a number; write the server's name");
            }
            return address(host, host, rules, port);
        }
        if (!labels.stream().allMatch(label -> LABEL.matcher(label).matches())) {
            throw CloneUrlParser.invalid("the host is malformed");
        }
        if (labels.size() < 2 || isPrivate(host)) {
            throw notPublic("the host is not on the public internet");
        }
        if (!rules.allowsHost(host)) {
            throw notAllowed("repositories of this host are not cloned here");
        }
        return host;
    }

    private static String ascii(String text) {
        String bare = text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
        if (bare.isEmpty()) {
            throw CloneUrlParser.invalid("the URL has no host");
        }
        try {
            return IDN.toASCII(bare, IDN.USE_STD3_ASCII_RULES).toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException e) {
            throw CloneUrlParser.invalid("the host is malformed");
        }
    }

    private static String address(String host, String literal, CloneUrlRules rules, int port) {
        int zone = literal.indexOf('%');
        if (zone >= 0) {
            throw notPublic("the host is an address of this network");
        }
        InetAddress address;
        try {
            address = InetAddress.ofLiteral(literal);
        } catch (IllegalArgumentException e) {
            throw CloneUrlParser.invalid("the host is malformed");
        }
        if (!PublicAddresses.contains(address) && !rules.allowsPrivateAddresses(host, port)) {
            throw notPublic("the host is not on the public internet");
        }
        if (!rules.allowsHost(host)) {
            throw notAllowed("repositories of this host are not cloned here");
        }
        return host.toLowerCase(Locale.ROOT);
    }

    private static boolean isPrivate(String host) {
        return PRIVATE_SUFFIXES.stream().anyMatch(suffix -> host.equals(suffix) || host.endsWith("." + suffix));
    }

    /** Latin beside Cyrillic, Greek or Armenian in one label, as in a homograph; Unicode Technical Standard 39. */
    private static boolean mixesScripts(String host) {
        Set<UnicodeScript> alike =
                EnumSet.of(UnicodeScript.LATIN, UnicodeScript.CYRILLIC, UnicodeScript.GREEK, UnicodeScript.ARMENIAN);
        for (String label : host.split("\\.", -1)) {
            Set<UnicodeScript> scripts = EnumSet.noneOf(UnicodeScript.class);
            label.codePoints()
                    .mapToObj(UnicodeScript::of)
                    .filter(alike::contains)
                    .forEach(scripts::add);
            if (scripts.size() > 1) {
                return true;
            }
        }
        return false;
    }

    private static ProblemException notPublic(String detail) {
        return new ProblemException(ErrorCode.HOST_NOT_PUBLIC, detail);
    }

    private static ProblemException notAllowed(String detail) {
        return new ProblemException(ErrorCode.HOST_NOT_ALLOWED, detail);
    }
}
