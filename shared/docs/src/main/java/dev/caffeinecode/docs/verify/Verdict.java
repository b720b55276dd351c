package dev.caffeinecode.docs.verify;

import java.util.List;

/**
 * What the checks found.
 *
 * @param findings in the order of the text
 */
public record Verdict(List<Finding> findings, Figures figures) {
    public Verdict {
        findings = List.copyOf(findings);
    }
}
