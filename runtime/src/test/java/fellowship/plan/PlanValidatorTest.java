package fellowship.plan;

import static fellowship.plan.Plans.agent;
import static fellowship.plan.Plans.at;
import static fellowship.plan.Plans.critic;
import static fellowship.plan.Plans.generate;
import static fellowship.plan.Plans.into;
import static fellowship.plan.Plans.judge;
import static fellowship.plan.Plans.pairs;
import static fellowship.plan.Plans.problems;
import static fellowship.plan.Plans.read;
import static fellowship.plan.Plans.refine;
import static fellowship.plan.Plans.writer;
import static org.assertj.core.api.Assertions.assertThat;

import fellowship.prompt.Field;
import fellowship.prompt.ReplyType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class PlanValidatorTest {

    private static final Step.Into DPO = into(DatasetType.DPO, "pairs", "pairs");

    @Test
    void aSoundPlanHasNoProblems() {
        assertThat(problems(Plans.loop())).isEmpty();
    }

    @Test
    void nothingReadAndNothingWrittenAreBothTold() {
        assertThat(problems(Plans.of(List.of(writer()), List.of())))
                .containsExactly(
                        "loop.groovy: the workflow reads nothing; begin with read(TYPE, 'FILE.jsonl')",
                        "loop.groovy: the workflow writes nothing; end with .into dpo('NAME') or another data set");
    }

    @Test
    void anUnknownAgentIsToldWithTheNearestName() {
        Step.Generate by = new Step.Generate("drafts", "tasks", List.of("writr"), 2, at(21));
        assertThat(problems(Plans.of(List.of(writer()), List.of(), read(), by, into(DatasetType.JSONL, "x", "drafts"))))
                .containsExactly("loop.groovy:21:1: there is no agent 'writr'; did you mean 'writer'?");
    }

    @Test
    void aJudgeCannotWrite() {
        Step.Generate by = new Step.Generate("drafts", "tasks", List.of("strict"), 2, at(21));
        Judge strict = judge("strict", Marking.Form.COMBINED, true);
        assertThat(problems(Plans.of(List.of(), List.of(strict), read(), by, into(DatasetType.JSONL, "x", "drafts"))))
                .containsExactly("loop.groovy:21:1: 'strict' is a judge; an agent must stand here");
    }

    @Test
    void anAgentCannotJudge() {
        Step.Score score = new Step.Score("scored", "drafts", "writer", List.of(), at(22));
        assertThat(problems(Plans.of(
                        List.of(writer()),
                        List.of(),
                        read(),
                        generate(2),
                        score,
                        into(DatasetType.JSONL, "x", "scored"))))
                .containsExactly("loop.groovy:22:1: 'writer' is an agent; a judge must stand here");
    }

    @Test
    void aStepMustComeAfterTheOneItTakesItsRowsFrom() {
        assertThat(problems(Plans.of(
                        List.of(writer()), List.of(), generate(2), read(), into(DatasetType.JSONL, "x", "drafts"))))
                .containsExactly("loop.groovy:21:1: step 'drafts' takes its rows from 'tasks', which comes later;"
                        + " put 'tasks' first");
        assertThat(problems(Plans.of(List.of(), List.of(), read(), into(DatasetType.JSONL, "x", "taks"))))
                .contains("loop.groovy:23:1: there is no step 'taks'; did you mean 'tasks'?");
    }

    @Test
    void namesStandOnce() {
        Step.Into again = new Step.Into("into-2", "tasks", DatasetType.JSONL, "x", OptionalDouble.empty(), at(30));
        assertThat(problems(Plans.of(
                        List.of(writer(), writer()), List.of(), read(), into(DatasetType.JSONL, "x", "tasks"), again)))
                .containsExactly(
                        "loop.groovy:10:1: the name 'writer' is taken by another agent or judge (loop.groovy:10:1);"
                                + " give one of them another name",
                        "loop.groovy:30:1: the name 'x' is taken by another data set or agreement (loop.groovy:23:1);"
                                + " give one of them another name");
    }

    @Test
    void aDataSetsNameCannotLeaveTheRunFolder() {
        assertThat(problems(Plans.of(List.of(), List.of(), read(), into(DatasetType.JSONL, "../x", "tasks"))))
                .containsExactly("loop.groovy:23:1: a data set's name is a folder: letters, digits, '_' and '-',"
                        + " 64 at most; was '../x'");
    }

    @Test
    void outputsNeedWhatOnlyEarlierStepsCanMake() {
        assertThat(problems(Plans.of(
                        List.of(writer()),
                        List.of(),
                        read(),
                        generate(2),
                        into(DatasetType.DPO, "a", "drafts"),
                        into(DatasetType.CRITIQUES, "b", "drafts"),
                        into(DatasetType.KTO, "c", "drafts"),
                        into(DatasetType.SFT, "d", "tasks"))))
                .containsExactly(
                        "loop.groovy:23:1: dpo('a') needs chosen and rejected answers; put pairs or compare before it, or a map to a"
                                + " record with the columns prompt, chosen and rejected",
                        "loop.groovy:23:1: critiques('b') needs drafts with critiques; put a refine or a review before it",
                        "loop.groovy:23:1: kto('c') needs scored drafts; put a score before it, or make pairs",
                        "loop.groovy:23:1: kto('c') needs the score from which a draft is good;"
                                + " say kto('c', atLeast: …)",
                        "loop.groovy:23:1: sft('d') needs answers; put a generate or refine before it, or a map to a"
                                + " record with the columns prompt and completion");
    }

    @Test
    void pairsOfDraftsNeedScores() {
        Plan unscored = Plans.of(
                List.of(writer()), List.of(), read(), generate(3), pairs("drafts", Pick.best, Pick.worst), DPO);
        assertThat(problems(unscored))
                .containsExactly("loop.groovy:22:1: pairs of drafts need scores; put a score before it, or give"
                        + " the reviewer a reply type with a number (record Review(double score, String feedback) {})");
    }

    @Test
    void aScoreStepMakesScores() {
        Step.Score score = new Step.Score("scored", "drafts", "strict", List.of(), at(22));
        assertThat(problems(Plans.of(
                        List.of(writer()),
                        List.of(judge("strict", Marking.Form.COMBINED, true)),
                        read(),
                        generate(3),
                        score,
                        pairs("scored", Pick.best, Pick.worst),
                        DPO)))
                .isEmpty();
    }

    @Test
    void twoDraftsOfWhichOneIsReviewedMakeNoPair() {
        Step.Refine r = refine(2, false);
        Step.Refine unreviewed =
                new Step.Refine(r.id(), r.from(), r.writer(), r.reviewers(), 2, false, r.stopWhen(), r.at());
        assertThat(problems(Plans.of(
                        List.of(writer(), critic()),
                        List.of(),
                        read(),
                        unreviewed,
                        pairs("loop", Pick.best, Pick.first),
                        DPO)))
                .containsExactly("loop.groovy:22:1: pairs need two scored drafts, but only one is reviewed here;"
                        + " say reviewLast in the refine, or raise atMost");
    }

    @Test
    void oneDraftMakesNoPair() {
        assertThat(problems(Plans.of(
                        List.of(writer()),
                        List.of(),
                        read(),
                        generate(1),
                        pairs("drafts", Pick.first, Pick.last),
                        DPO)))
                .containsExactly("loop.groovy:22:1: pairs need two drafts or more, but a row has 1 draft here;"
                        + " put a generate with samples, or a refine, before it");
    }

    @Test
    void theSameDraftCannotBeChosenAndRejected() {
        assertThat(problems(Plans.of(
                        List.of(writer(), critic()),
                        List.of(),
                        read(),
                        refine(3, true),
                        pairs("loop", Pick.first, Pick.first),
                        DPO)))
                .containsExactly("loop.groovy:22:1: chosen and rejected are both 'first', the same draft;"
                        + " pick two that differ");
    }

    @Test
    void aWinnerNeedsAVerdict() {
        Step.Pairs decided =
                new Step.Pairs("pairs", "drafts", new Step.Pairing.Decided(), OptionalDouble.empty(), at(22));
        assertThat(problems(Plans.of(List.of(writer()), List.of(), read(), generate(2), decided, DPO)))
                .containsExactly(
                        "loop.groovy:22:1: pairs of a winner and a loser need a verdict;" + " put a compare before it");
    }

    @Test
    void compareTakesTwoDraftsOrTwoColumns() {
        Judge strict = judge("strict", Marking.Form.DIRECT, true);
        Step.Compare three = new Step.Compare("pairs", "drafts", "strict", List.of(), at(22));
        assertThat(problems(Plans.of(List.of(writer()), List.of(strict), read(), generate(3), three, DPO)))
                .containsExactly("loop.groovy:22:1: compare needs two drafts or two columns, but a row has 3 drafts"
                        + " here; generate two drafts, or name the columns that hold the candidates");
        assertThat(problems(Plans.of(List.of(writer()), List.of(strict), read(), generate(2), three, DPO)))
                .isEmpty();
        Step.Compare columns = new Step.Compare("pairs", "tasks", "strict", List.of("id", "prompts"), at(22));
        assertThat(problems(Plans.of(List.of(), List.of(strict), read(), columns, DPO)))
                .containsExactly("loop.groovy:22:1: there is no column 'prompts'; did you mean 'prompt'?");
    }

    @Test
    void aDirectJudgeGivesNoScores() {
        Step.Score score = new Step.Score("scored", "drafts", "strict", List.of(), at(22));
        assertThat(problems(Plans.of(
                        List.of(writer()),
                        List.of(judge("strict", Marking.Form.DIRECT, true)),
                        read(),
                        generate(2),
                        score,
                        into(DatasetType.JSONL, "x", "scored"))))
                .containsExactly("loop.groovy:22:1: judge 'strict' compares two answers directly and gives no scores;"
                        + " say 'scoring outOf: 10' in it");
    }

    @Test
    void aLoopNeedsTwoDraftsAndAReviewerThatSaysSomething() {
        Agent silent = agent(
                "critic", "critic", "{{answer}}", new ReplyType("Mark", List.of(Field.of("score", Field.Kind.WHOLE))));
        assertThat(problems(Plans.of(
                        List.of(writer(), silent),
                        List.of(),
                        read(),
                        refine(1, false),
                        into(DatasetType.CRITIQUES, "x", "loop"))))
                .containsExactly(
                        "loop.groovy:10:1: reviewer 'critic' replies with Mark, which has no text for the critique;"
                                + " add a field 'String feedback' to it",
                        "loop.groovy:21:1: atMost must be 2 or more, was 1; for one draft without review say generate");
    }

    @Test
    void aReviewerOfItsOwnModelIsWarnedOf() {
        Agent same = agent("critic", "writer", "{{answer}}", Plans.REVIEW);
        List<PlanProblem> found = PlanValidator.validate(Plans.of(
                List.of(writer(), same), List.of(), read(), refine(3, true), into(DatasetType.CRITIQUES, "x", "loop")));
        assertThat(found)
                .extracting(PlanProblem::toString)
                .containsExactly("loop.groovy:21:1: warning: 'critic' reviews drafts of its own model, 'writer';"
                        + " models favour what they wrote, bind the reviewer to another one");
        assertThat(PlanValidator.hasErrors(found)).isFalse();
    }

    @Test
    void aJudgeOfItsOwnModelIsWarnedOf() {
        Judge own = Judge.standard("strict", "writer", at(11));
        Step.Compare compare = new Step.Compare("pairs", "drafts", "strict", List.of(), at(22));
        assertThat(problems(Plans.of(List.of(writer()), List.of(own), read(), generate(2), compare, DPO)))
                .containsExactly(
                        "loop.groovy:22:1: warning: judge 'strict' and writer 'writer' are one model, 'writer';"
                                + " judges favour what they wrote themselves, bind the judge to another one");
    }

    @Test
    void holesNeedAColumn() {
        Agent typo = agent("writer", "writer", "{{promt}} and {{answer}}", null);
        assertThat(problems(
                        Plans.of(List.of(typo), List.of(), read(), generate(1), into(DatasetType.SFT, "x", "drafts"))))
                .containsExactly(
                        "loop.groovy:10:1: the hole {{promt}} in the prompt of 'writer' has nothing to fill it;"
                                + " did you mean 'prompt'?",
                        "loop.groovy:10:1: the hole {{answer}} in the prompt of 'writer' has nothing to fill it;"
                                + " known: id, prompt");
    }

    @Test
    void minGapIsNotNegative() {
        Step.Pairs pairs =
                new Step.Pairs("pairs", "loop", new Step.Pairing.Ranked(Ranks.all), OptionalDouble.of(-1), at(22));
        assertThat(problems(Plans.of(List.of(writer(), critic()), List.of(), read(), refine(3, true), pairs, DPO)))
                .containsExactly("loop.groovy:22:1: minGap must be 0 or more, was -1");
    }

    @Test
    void rowsThatNobodyTakesAreWarnedOf() {
        assertThat(problems(Plans.of(
                        List.of(writer()), List.of(), read(), generate(1), into(DatasetType.JSONL, "x", "tasks"))))
                .containsExactly("loop.groovy:21:1: warning: nothing takes the rows of step 'drafts';"
                        + " write them with .into or take it out");
    }

    @Test
    void parametersKeepTheirRange() {
        Parameter drafts = new Parameter(
                "drafts", "int", "", Optional.of("3"), OptionalDouble.of(2), OptionalDouble.of(8), List.of(), at(3));
        Parameter file = new Parameter(
                "file", "Path", "", Optional.empty(), OptionalDouble.empty(), OptionalDouble.empty(), List.of(), at(4));
        Plan plan = new Plan(
                "loop",
                "",
                List.of(drafts, file),
                Map.of("drafts", "9", "draft", "1"),
                Budget.none(),
                0,
                List.of(),
                List.of(),
                List.of(read(), into(DatasetType.JSONL, "x", "tasks")));
        assertThat(problems(plan))
                .containsExactly(
                        "loop.groovy: there is no parameter 'draft'; did you mean 'drafts'?",
                        "loop.groovy:3:1: drafts must be 8 or less, was 9",
                        "loop.groovy:4:1: the parameter 'file' has no default; give -p file=…");
    }
}
