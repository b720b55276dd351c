package dev.caffeinecode.docs.prompt;

import dev.caffeinecode.ai.Prompt;
import dev.caffeinecode.ai.TokenUsage;
import dev.caffeinecode.code.secret.SecretMask;
import dev.caffeinecode.docs.verify.Cutter;
import dev.caffeinecode.docs.verify.Figures;
import dev.caffeinecode.docs.verify.Finding;
import dev.caffeinecode.docs.verify.Verdict;
import dev.caffeinecode.docs.verify.Verifier;
import dev.caffeinecode.docs.write.Draft.Written;
import dev.caffeinecode.docs.write.PageMaterial;
import dev.caffeinecode.docs.write.PageTask;
import dev.caffeinecode.platform.problem.ProblemException;

import java.util.function.Function;

/**
 * A model's answer after it was checked: what does not stand goes back to the model once, with the list of it; what still
 * does not stand is cut or marked.
 */
final class CheckedAnswer {
    private final Verifier verifier;
    private final Prompt question;
    private final Function<Prompt, Written> model;

    /** @param model that is asked once more when there is something to repair */
    CheckedAnswer(PageTask task, String language, Prompt question, Function<Prompt, Written> model) {
        this.verifier = new Verifier(PageMaterial.of(task, language));
        this.question = question;
        this.model = model;
    }

    /** A text with what the checks said of it, and what is left of it. */
    private record Checked(Verdict verdict, Cutter.Rest rest) {
        boolean isOfUse() {
            return !rest.markdown().isBlank()
                    && verdict.findings().stream().noneMatch(each -> each.remedy() == Finding.Remedy.REFUSE);
        }
    }

    Written of(Written.Text first) {
        Checked checked = check(first.markdown());
        if (checked.verdict().findings().isEmpty()) {
            return text(checked, first.usage(), 0);
        }
        Written second = askAgain(first, checked.verdict());
        TokenUsage used = first.usage().plus(second.usage());
        if (second instanceof Written.Text better) {
            Checked repaired = check(better.markdown());
            if (isBetter(repaired, checked)) {
                int gone = checked.verdict().findings().size()
                        - repaired.verdict().findings().size();
                return text(repaired, used, Math.max(0, gone));
            }
        }
        return text(checked, used, 0);
    }

    private Checked check(String markdown) {
        Verdict verdict = verifier.check(markdown);
        return new Checked(verdict, new Cutter(verifier).cut(markdown, verdict));
    }

    /** An answer that only says what it has changed, or leaves out everything in question and more, is none. */
    private static boolean isBetter(Checked repaired, Checked before) {
        return repaired.isOfUse()
                && (!before.isOfUse()
                        || repaired.rest().markdown().length() * 2
                                >= before.rest().markdown().length());
    }

    private Written askAgain(Written.Text first, Verdict verdict) {
        String said = SecretMask.mask(first.markdown()).text().strip();
        try {
            return model.apply(question.then(said, RepairRequest.of(verdict.findings())));
        } catch (ProblemException e) {
            return switch (e.code()) {
                // The question alone had room, or was paid for: what stands of its answer is kept.
                case MODEL_INPUT_TOO_LARGE, MODEL_REQUEST_REFUSED, BUDGET_REACHED ->
                    new Written.Unusable("the model cannot be asked again", TokenUsage.NONE);
                default -> throw e;
            };
        }
    }

    private static Written text(Checked checked, TokenUsage used, int repaired) {
        if (!checked.isOfUse()) {
            String why = checked.rest().markdown().isBlank()
                    ? "nothing of the model's answer is shown by the source"
                    : "the model wrote in another language than asked";
            return new Written.Unusable(why, used);
        }
        Cutter.Rest rest = checked.rest();
        Figures figures = checked.verdict().figures().with(repaired, rest.cut());
        return new Written.Text(rest.markdown(), null, used, figures, rest.citationsRemoved());
    }
}
