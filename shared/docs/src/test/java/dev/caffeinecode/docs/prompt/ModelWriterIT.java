package dev.caffeinecode.docs.prompt;

import dev.caffeinecode.ai.Asking;
import dev.caffeinecode.ai.LanguageModels;
import dev.caffeinecode.ai.ModelId;
import dev.caffeinecode.ai.Provider;
import dev.caffeinecode.docs.DocsDatabase;
import dev.caffeinecode.docs.Fixture;
import dev.caffeinecode.docs.plan.PageKind;
import dev.caffeinecode.docs.plan.PlannedPage;
import dev.caffeinecode.docs.verify.Figures;
import dev.caffeinecode.docs.write.Draft;
import dev.caffeinecode.docs.write.PageEditor;
import dev.caffeinecode.docs.write.PageTask;
import dev.caffeinecode.platform.problem.ErrorCode;
import dev.caffeinecode.platform.problem.ProblemException;
import dev.caffeinecode.testing.BedrockStandIn;
import dev.caffeinecode.testing.Behaviour;
import dev.caffeinecode.testing.ConverseRequest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.List;
import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Pages by a model over the whole way to Bedrock. */
class ModelWriterIT {
    private static final ModelId SONNET = new ModelId(Provider.BEDROCK, "eu.anthropic.claude-sonnet-5-5");
    private static final BedrockStandIn BEDROCK = startBedrock();
    private static final DocsDatabase DATABASE = new DocsDatabase(Map.of("caffeine.models.max-output-tokens", 700));
    private static final PlannedPage CART = Fixture.planned(
            PageKind.MODULE,
            "src/main/java/shop/cart",
            List.of("src/main/java/shop/cart/Cart.java", "src/main/java/shop/cart/Item.java"),
            List.of());

    private static final Asking ASKING =
            (model, prompt) -> DATABASE.bean(LanguageModels.class).get(model).complete(prompt);

    private final ModelWriter writer = DATABASE.bean(ModelWriter.class);
    private final Fixture shop = Fixture.folder("shop");
    private final int callsBefore = BEDROCK.calls();

    private static BedrockStandIn startBedrock() {
        BedrockStandIn bedrock = BedrockStandIn.start();
        System.setProperty("aws.endpointUrlBedrockRuntime", bedrock.endpoint().toString());
        return bedrock;
    }

    @AfterAll
    static void close() {
        DATABASE.close();
        BEDROCK.close();
        System.clearProperty("aws.endpointUrlBedrockRuntime");
    }

    private PageTask task(PageTask.Child... children) {
        PageTask task = shop.task(CART, children);
        return new PageTask(
                task.page(),
                task.repository(),
                task.children(),
                task.graph(),
                task.modules(),
                task.names(),
                task.sources(),
                task.template(),
                SONNET);
    }

    private Draft.Written write(Behaviour... behaviours) {
        BEDROCK.script(behaviours);
        return writer.draft(task()).write(ASKING);
    }

    private int calls() {
        return BEDROCK.calls() - callsBefore;
    }

    @Test
    void draftAsksNobodyAndItsDigestIsThatOfItsInputs() {
        String digest = writer.draft(task()).inputDigest();

        assertThat(writer.draft(task()).inputDigest()).isEqualTo(digest);
        assertThat(writer.draft(task(new PageTask.Child("a", "a", "x"))).inputDigest())
                .isNotEqualTo(digest);
        shop.file("src/main/java/shop/cart/Item.java", "package shop.cart;\n\nrecord Item() {}\n");
        assertThat(writer.draft(task()).inputDigest()).isNotEqualTo(digest);
        assertThat(calls()).isZero();
    }

    @Test
    void everyCitationOfThePageResolves() {
        Draft draft = writer.draft(task());

        Draft.Written written = draft.write(ASKING);

        assertThat(written).isInstanceOf(Draft.Written.Text.class);
        PageEditor.Edited page = DATABASE.bean(PageEditor.class)
                .edit(task(), shop.sources(), draft.inputDigest(), SONNET, (Draft.Written.Text) written);
        assertThat(page.content().citations()).hasSizeGreaterThanOrEqualTo(2);
        assertThat(page.content().citationsRemoved()).isZero();
        assertThat(page.markdown())
                .startsWith("## src/main/java/shop/cart\n")
                .contains("(source:src/main/java/shop/cart/Cart.java#L");
        assertThat(page.content().tokensOut()).isEqualTo(written.usage().output());
    }

    private static List<Behaviour.Untrue> untrue() {
        return List.of(
                new Behaviour.Lie(),
                new Behaviour.InventedNames(),
                new Behaviour.UncitedProse(),
                new Behaviour.Misquotation(),
                new Behaviour.OtherLanguage());
    }

    @ParameterizedTest
    @MethodSource("untrue")
    void modelThatIsToldWhatDoesNotStandMendsIt(Behaviour.Untrue untrue) {
        Draft.Written written = write(untrue);

        assertThat(calls()).isEqualTo(2);
        assertThat(written).isInstanceOfSatisfying(Draft.Written.Text.class, text -> {
            assertThat(text.markdown()).isEqualTo(truth());
            assertThat(text.figures().repaired()).isPositive();
            assertThat(text.figures().cut()).isZero();
        });
        List<ConverseRequest.Message> turns =
                BEDROCK.requests().get(callsBefore + 1).messages();
        assertThat(turns).extracting(ConverseRequest.Message::role).containsExactly("user", "assistant", "user");
        assertThat(turns.getLast().text()).contains("- Line ");
        assertThat(written.usage().output()).isGreaterThan(100);
    }

    @ParameterizedTest
    @MethodSource("untrue")
    void whatIsInventedAgainIsTakenOutOrMarked(Behaviour.Untrue untrue) {
        Behaviour insisting = new Behaviour.Insisting(untrue);

        Draft.Written written = write(insisting, insisting);

        assertThat(calls()).isEqualTo(2);
        if (untrue instanceof Behaviour.OtherLanguage) {
            assertThat(written).isInstanceOf(Draft.Written.Unusable.class);
            return;
        }
        PageEditor.Edited page = DATABASE.bean(PageEditor.class)
                .edit(task(), shop.sources(), "digest", SONNET, (Draft.Written.Text) written);
        assertThat(page.markdown())
                .startsWith("## src/main/java/shop/cart\n")
                .doesNotContainIgnoringCase("invent")
                .doesNotContain("Scheduler", "1000000", "Internals");
        Figures figures = page.content().figures();
        assertThat(figures.repaired()).isZero();
        assertThat(figures.cut() + figures.unsupported()).isPositive();
        assertThat(page.content().citationsRemoved()).isEqualTo(untrue instanceof Behaviour.Lie ? 2 : 0);
    }

    @Test
    void answerThatMakesItWorseIsNotTaken() {
        Draft.Written written = write(new Behaviour.UncitedProse(), new Behaviour.Text("Mended."));

        assertThat(written)
                .isInstanceOfSatisfying(
                        Draft.Written.Text.class,
                        text -> assertThat(text.markdown().strip()).isEqualTo(truth().strip()));
    }

    @Test
    void whatIsLeftStandsWhenTheModelHasNothingMoreToSay() {
        for (Behaviour silent : List.of(new Behaviour.Empty(), new Behaviour.Filtered())) {
            assertThat(write(new Behaviour.InventedNames(), silent))
                    .isInstanceOfSatisfying(
                            Draft.Written.Text.class,
                            text -> assertThat(text.markdown()).doesNotContainIgnoringCase("invent"));
        }
        Behaviour tooLong = new Behaviour.Failure(400, "ValidationException", "Input is too long for requested model.");
        assertThat(write(new Behaviour.InventedNames(), tooLong)).isInstanceOf(Draft.Written.Text.class);
    }

    @Test
    void answerOfWhichNothingStandsIsNoPage() {
        Behaviour invented = new Behaviour.Text("All of this was invented in a long night.");

        assertThat(write(invented, invented)).isInstanceOf(Draft.Written.Unusable.class);
    }

    /** What the stand-in says when it is true. */
    private String truth() {
        return ((Draft.Written.Text) write(new Behaviour.Page())).markdown();
    }

    @Test
    void answerThatWasCutIsAskedForAgainWithMoreRoom() {
        Draft.Written written = write(new Behaviour.Cut(), new Behaviour.Text("Whole."));

        List<ConverseRequest> asked =
                BEDROCK.requests().subList(callsBefore, BEDROCK.requests().size());
        assertThat(asked).extracting(ConverseRequest::maxTokens).containsExactly(700, 1_400);
        assertThat(asked)
                .extracting(ConverseRequest::prompt)
                .containsOnly(asked.getFirst().prompt());
        assertThat(written).isInstanceOfSatisfying(Draft.Written.Text.class, text -> {
            assertThat(text.markdown()).isEqualTo("Whole.");
            assertThat(text.usage().output()).isGreaterThan(2);
        });
    }

    @Test
    void answerThatIsCutTwiceIsNoPage() {
        Draft.Written written = write(new Behaviour.Cut(), new Behaviour.Cut());

        assertThat(written).isInstanceOf(Draft.Written.Unusable.class);
        assertThat(written.usage().totalInput()).isPositive();
        assertThat(calls()).isEqualTo(2);
    }

    @Test
    void emptyOrRefusedAnswerIsNoPageAndIsNotAskedForAgain() {
        assertThat(write(new Behaviour.Empty())).isInstanceOf(Draft.Written.Unusable.class);
        assertThat(write(new Behaviour.Text(" \n"))).isInstanceOf(Draft.Written.Unusable.class);
        assertThat(write(new Behaviour.Filtered())).isInstanceOf(Draft.Written.Unusable.class);
        assertThat(calls()).isEqualTo(3);
    }

    @Test
    void answerThatRepeatsItsInstructionsIsNoPage() {
        write(new Behaviour.Text("Text."));
        String system = BEDROCK.requests().getLast().system().getFirst();
        String sentence = "State only what the excerpts and facts you are given show.";
        assertThat(system).contains(sentence);

        assertThat(write(new Behaviour.Text(system))).isInstanceOf(Draft.Written.Unusable.class);
        assertThat(write(new Behaviour.Text("Here it is:\n> " + sentence.replace(" the ", "\n> **the** "))))
                .isInstanceOf(Draft.Written.Unusable.class);
        assertThat(write(new Behaviour.Text("A citation shows where a statement comes from.")))
                .isInstanceOf(Draft.Written.Text.class);
        shop.file("src/main/java/shop/cart/Item.java", "// " + sentence + "\n");
        assertThat(write(new Behaviour.Text("The comment says: " + sentence))).isInstanceOf(Draft.Written.Text.class);
    }

    @Test
    void failureOfTheModelIsPassedOn() {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> write(Behaviour.throttled()))
                .extracting(ProblemException::code)
                .isEqualTo(ErrorCode.MODEL_THROTTLED);
    }
}
