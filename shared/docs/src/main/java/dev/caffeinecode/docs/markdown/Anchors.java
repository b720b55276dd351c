package dev.caffeinecode.docs.markdown;

import org.commonmark.node.Code;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;
import org.jspecify.annotations.Nullable;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What the headings of a page may be linked by, as GitHub and most renderers name them: small letters, digits, dashes and
 * underscores, dashes for spaces; the second of the same name ends in {@code -1}.
 */
public final class Anchors {
    private static final Pattern LEFT_OUT = Pattern.compile("[^\\p{L}\\p{M}\\p{N}\\p{Pc} -]");

    private Anchors() {}

    /** Returns the anchors of all headings below a node. */
    public static Set<String> of(Node document) {
        Map<String, Integer> seen = new HashMap<>();
        Set<String> anchors = new HashSet<>();
        for (Node node = document; node != null; node = next(node, document)) {
            if (node instanceof Heading heading) {
                String name = name(plain(heading));
                int before = seen.getOrDefault(name, 0);
                seen.put(name, before + 1);
                anchors.add(before == 0 ? name : name + "-" + before);
            }
        }
        return anchors;
    }

    private static String name(String heading) {
        return LEFT_OUT.matcher(heading.strip().toLowerCase(Locale.ROOT))
                .replaceAll("")
                .replace(' ', '-');
    }

    /** Returns the words of a node without their markup. */
    public static String plain(Node node) {
        StringBuilder text = new StringBuilder();
        for (Node each = node; each != null; each = next(each, node)) {
            switch (each) {
                case Text words -> text.append(words.getLiteral());
                case Code code -> text.append(code.getLiteral());
                case SoftLineBreak _, HardLineBreak _ -> text.append(' ');
                default -> {
                    // its children say what it says
                }
            }
        }
        return text.toString();
    }

    /** Returns the node after this one in the order of the text, however deep; null after the last one below the root. */
    public static @Nullable Node next(Node node, Node root) {
        if (node.getFirstChild() != null) {
            return node.getFirstChild();
        }
        Node each = node;
        while (!each.equals(root) && each.getNext() == null) {
            Node parent = each.getParent();
            if (parent == null) {
                return null;
            }
            each = parent;
        }
        return each.equals(root) ? null : each.getNext();
    }
}
