package dev.caffeinecode.code.links;

import dev.caffeinecode.code.versions.Pin;
import org.jspecify.annotations.Nullable;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Chooses among several versions of one package in one lock file. The one that answers the very requirement is right; of
 * others the highest that begins with the first number asked for, else the highest, is most likely.
 */
final class LockedVersion {
    private static final Pattern NUMBERS = Pattern.compile("\\d{1,9}");

    /** Numbers count as numbers; what differs only in other characters goes by these. */
    private static final Comparator<String> BY_NUMBERS = LockedVersion::compare;

    private LockedVersion() {}

    static String of(List<Pin> pins, @Nullable String requirement) {
        for (Pin pin : pins) {
            if (requirement != null && pin.asked().equals(requirement)) {
                return pin.version();
            }
        }
        int first = requirement == null ? -1 : number(requirement);
        List<String> versions =
                pins.stream().map(Pin::version).sorted(BY_NUMBERS).toList();
        return versions.reversed().stream()
                .filter(version -> first < 0 || number(version) == first)
                .findFirst()
                .orElse(versions.getLast());
    }

    /** Returns the first number in a version; -1 if it has none. */
    private static int number(String version) {
        Matcher number = NUMBERS.matcher(version);
        return number.find() ? value(number) : -1;
    }

    private static int value(Matcher number) {
        return Integer.parseInt(Objects.requireNonNull(number.group()));
    }

    private static int compare(String a, String b) {
        Matcher left = NUMBERS.matcher(a);
        Matcher right = NUMBERS.matcher(b);
        while (left.find() && right.find()) {
            int order = Integer.compare(value(left), value(right));
            if (order != 0) {
                return order;
            }
        }
        return a.compareTo(b);
    }
}
