package dev.caffeinecode.generate;

import dev.caffeinecode.ai.ModelSettings;
import dev.caffeinecode.ai.Prices;
import dev.caffeinecode.ai.spend.Ledger;
import dev.caffeinecode.docs.page.Page;
import dev.caffeinecode.docs.page.Pages;
import dev.caffeinecode.docs.plan.PageKind;
import dev.caffeinecode.docs.run.Run;
import jakarta.inject.Singleton;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** Keeps part of a run's budget for the pages that readers begin with; the overview is written last of all. */
@Singleton
class Entrances {
    /** Of the budget, the overview and the page of first steps are kept no more than half and a quarter. */
    private static final int OVERVIEW_SHARE = 2;

    private static final int FIRST_STEPS_SHARE = 4;

    /** The largest prompt has three bytes for each token that is estimated of it; the ledger reckons with two. */
    private static final double RESERVED_TO_ESTIMATED = 1.5;

    private final Pages pages;
    private final Ledger ledger;
    private final Prices prices;
    private final ModelSettings settings;

    Entrances(Pages pages, Ledger ledger, Prices prices, ModelSettings settings) {
        this.pages = pages;
        this.ledger = ledger;
        this.prices = prices;
        this.settings = settings;
    }

    /** Called in the transaction that stores the plan. Nothing without a budget. */
    void keepMoney(Run run) {
        UUID budget = run.id().value();
        Long ceiling = ledger.balance(budget).ceiling();
        if (ceiling == null) {
            return;
        }
        long prompt = Math.round(settings.promptTokens(run.model()) * RESERVED_TO_ESTIMATED);
        long dearest =
                prices.atMost(run.model(), prompt, settings.maxOutputTokens()).orElse(0L);
        Map<UUID, Long> amounts = new HashMap<>();
        for (Page page : pages.ofRun(run.id())) {
            if (page.kind() == PageKind.OVERVIEW) {
                amounts.put(page.id().value(), Math.min(dearest, ceiling / OVERVIEW_SHARE));
            } else if (page.kind() == PageKind.GETTING_STARTED) {
                amounts.put(page.id().value(), Math.min(dearest, ceiling / FIRST_STEPS_SHARE));
            }
        }
        amounts.values().removeIf(amount -> amount <= 0);
        ledger.earmark(budget, amounts);
    }
}
