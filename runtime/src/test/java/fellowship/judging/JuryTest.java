package fellowship.judging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import fellowship.chat.ChatRequest;
import fellowship.chat.ModelException;
import fellowship.chat.Reaction;
import fellowship.plan.Annotator;
import fellowship.plan.Judge;
import fellowship.plan.Jury;
import fellowship.plan.Jury.FamilyRule;
import fellowship.plan.Orders;
import fellowship.plan.SettleRule;
import fellowship.row.Draft;
import fellowship.row.Judgment;
import fellowship.row.Outcome;
import fellowship.row.Verdict;
import fellowship.row.Verdict.Spared;
import fellowship.row.Vote;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

/** Jurors and how their votes are settled. Juror {@code j1} has what the first word says, and so on. */
class JuryTest {

    private static final List<String> NAMES = List.of("j1", "j2", "j3", "j4", "j5");

    private static Jury jury(int jurors, SettleRule rule) {
        return new Jury(
                "jury",
                NAMES.subList(0, jurors),
                rule,
                Map.of("j1", 1.0, "j2", 2.5, "j3", 1.0, "j4", 0.5, "j5", 3.0),
                FamilyRule.exclude,
                Optional.empty(),
                Bench.AT);
    }

    private static Jury sequential(Jury jury, OptionalDouble bound) {
        return new Jury(
                jury.name(),
                jury.jurors(),
                jury.rule(),
                jury.weights(),
                jury.family(),
                Optional.of(new Jury.Sequence(bound)),
                jury.at());
    }

    private static Annotator[] with(Jury jury) {
        List<Annotator> all = new ArrayList<>(List.of(jury));
        boolean scores = jury.rule().scores();
        jury.jurors()
                .forEach(name -> all.add((scores ? Bench.scoring(name) : Bench.direct(name)).with(Orders.standard())));
        return all.toArray(Annotator[]::new);
    }

    /** {@code 1}, {@code 2}, {@code tie}, {@code ?}, or scores {@code 8-3}; told of the row's candidates. */
    private static String says(String word, ChatRequest request) {
        boolean straight = Sight.of(request).first("because");
        if (word.equals("?")) {
            return "I cannot say.";
        }
        if (word.contains("-")) {
            String[] scores = word.split("-");
            return "{\"rationale\": \"r\", \"score_a\": " + scores[straight ? 0 : 1] + ", \"score_b\": "
                    + scores[straight ? 1 : 0] + "}";
        }
        String letter = word.equals("tie") ? "tie" : word.equals("1") == straight ? "A" : "B";
        return "{\"rationale\": \"r\", \"verdict\": \"" + letter + "\"}";
    }

    private static Bench saying(String words) {
        List<String> each = Arrays.asList(words.split(" "));
        return Bench.answering(
                request -> says(each.get(NAMES.indexOf(request.model().model())), request));
    }

    private static Verdict verdict(Jury jury, String words) {
        return saying(words).verdict(with(jury));
    }

    @ParameterizedTest(name = "{0}: {1} is {2}, margin {3}")
    @CsvSource({
        "majority, 1 1 2, FIRST, 0.3333333",
        "majority, 1 2, TIE, 0",
        "majority, 1 tie, TIE, 0",
        "majority, tie tie 2, TIE, 0",
        "majority, 1 1 tie tie 2, TIE, 0",
        "majority, 2 2 ? ? 1, SECOND, 0.3333333",
        "majority, ? ? 2, SECOND, 1",
        "majority, ? ?, UNDECIDED, 0",
        // weights 1, 2.5, 1, 0.5, 3
        "weighted, 1 2, SECOND, 0.4285714",
        "weighted, 1 2 1 1, TIE, 0",
        "weighted, 1 2 1 tie 1, FIRST, 0.3125",
        "weighted, 1 ? 2, TIE, 0",
        "unanimous, 1 1 1, FIRST, 1",
        "unanimous, tie tie, TIE, 0",
        "unanimous, 1 1 2, UNDECIDED, 0",
        "unanimous, 1 ? 1, FIRST, 1",
        "unanimous, 1 tie, UNDECIDED, 0",
        "meanScore, 9-5 4-6, FIRST, 1",
        "meanScore, 9-5 4-8, TIE, 0",
        "meanScore, 9-5 ? 4-9, SECOND, 0.5",
        "meanScore, ? ?, UNDECIDED, 0",
        // medians 6 and 7, means 7 and 6.3333
        "medianScore, 10-5 5-7 6-7, SECOND, 1",
        "medianScore, 9-5 4-6, FIRST, 1",
    })
    void aRuleSettlesTheVotes(SettleRule rule, String words, Outcome outcome, double margin) {
        Verdict verdict = verdict(jury(words.split(" ").length, rule), words);

        assertThat(verdict.outcome()).isEqualTo(outcome);
        assertThat(verdict.margin()).isCloseTo(margin, within(1e-6));
        assertThat(verdict.by()).isEqualTo("jury");
        assertThat(verdict.votes())
                .extracting(Vote::annotator)
                .containsExactlyElementsOf(NAMES.subList(0, words.split(" ").length));
        assertThat(verdict.votes())
                .filteredOn(vote -> vote.outcome() == Outcome.UNDECIDED)
                .hasSize((int) words.chars().filter(c -> c == '?').count());
    }

    @Test
    void scoresOfAJurorWithOneUnreadableOrderDoNotCount() {
        Bench bench = Bench.answering(request -> {
            boolean straight = Sight.of(request).first("because");
            return request.model().model().equals("j1") ? says(straight ? "10-0" : "?", request) : says("5-6", request);
        });

        Verdict verdict = bench.verdict(with(jury(2, SettleRule.meanScore)));

        assertThat(verdict.outcome()).isEqualTo(Outcome.SECOND);
        assertThat(verdict.margin()).isEqualTo(1);
    }

    @Test
    void votesThatWeighNothingSettleNothing() {
        List<Vote> votes = List.of(new Vote("j1", Vote.Stage.BLIND, Outcome.FIRST, 1, false));

        assertThat(Settling.mode(votes, Map.of("j1", 0.0))).isEqualTo(Ballot.NONE);
    }

    @Test
    void aJurorWhoseProviderRefusesHasNoVote() {
        ModelException refused = new ModelException("filtered-input", Reaction.ROW, "withheld");
        Bench bench = Bench.with(request -> request.model().model().equals("j2")
                ? Mono.error(refused)
                : Mono.fromSupplier(() -> Bench.completion(says("1", request))));

        Verdict verdict = bench.verdict(with(jury(3, SettleRule.majority)));

        assertThat(verdict.outcome()).isEqualTo(Outcome.FIRST);
        assertThat(verdict.votes())
                .extracting(Vote::outcome)
                .containsExactly(Outcome.FIRST, Outcome.UNDECIDED, Outcome.FIRST);
        assertThat(verdict.judgments())
                .filteredOn(judgment -> !judgment.readable())
                .singleElement()
                .satisfies(judgment -> assertThat(((Judgment.Unreadable) judgment.opinion()).why())
                        .contains("filtered-input"));
    }

    @Test
    void anOutageIsNoMissingVoteButAnError() {
        // A call that was given up after several tries comes as a fault of its row.
        for (Reaction reaction : Reaction.values()) {
            ModelException fault = new ModelException("server-error", reaction, "down");
            Bench bench = Bench.with(request -> request.model().model().equals("j2")
                    ? Mono.error(fault)
                    : Mono.fromSupplier(() -> Bench.completion(says("1", request))));
            Annotator[] all = with(jury(3, SettleRule.majority));

            StepVerifier.create(bench.annotators(all)
                            .comparing("jury", Settled.nothing())
                            .compare(Bench.row("r1"), Bench.GOOD, Bench.BAD))
                    .expectErrorMatches(error -> error instanceof ModelException same
                            && same.reason().equals(fault.reason()))
                    .verify();
        }
    }

    private static Judge juror(String name, String model) {
        Judge judge = Judge.standard(name, model, Bench.AT);
        return judge.with(Bench.direct("x").marking());
    }

    private static Verdict families(FamilyRule rule, Optional<Jury.Sequence> sequence, String... models) {
        List<Annotator> all = new ArrayList<>();
        all.add(new Jury(
                "jury", NAMES.subList(0, models.length), SettleRule.majority, Map.of(), rule, sequence, Bench.AT));
        for (int i = 0; i < models.length; i++) {
            all.add(juror(NAMES.get(i), models[i]));
        }
        Draft first = Bench.written("d1", "because", "openai:gpt-4o-mini");
        Draft second = Bench.written("d2", "dunno", "http://localhost:8000/v1#meta-llama/Llama-3.1-8B-Instruct");
        return Bench.answering(request -> says("1", request))
                .verdict(Bench.row("r1"), first, second, all.toArray(Annotator[]::new));
    }

    @Test
    void aJurorOfACandidatesFamilyIsNotAsked() {
        Verdict verdict = families(
                FamilyRule.exclude, Optional.empty(), "openai:o3-mini", "x:vicuna-13b", "anthropic:claude-3-haiku");

        assertThat(verdict.votes()).extracting(Vote::annotator).containsExactly("j3");
        assertThat(verdict.spared())
                .containsExactly(new Spared("j1", Spared.OWN_FAMILY), new Spared("j2", Spared.OWN_FAMILY));
    }

    @Test
    void whereNobodyElseRemainsRelativesJudge() {
        Verdict verdict = families(FamilyRule.exclude, Optional.empty(), "openai:gpt-4o", "x:tulu-3");

        assertThat(verdict.votes()).hasSize(2);
        assertThat(verdict.spared()).isEmpty();
    }

    @Test
    void relativesAreAskedWhereTheScriptSaysSo() {
        Verdict verdict = families(FamilyRule.warn, Optional.empty(), "openai:gpt-4o", "x:qwen2.5");

        assertThat(verdict.votes()).hasSize(2);
        assertThat(verdict.spared()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "gpt-4o, gpt",
        "o1, gpt",
        "o3-mini, gpt",
        "openai/o4-mini, gpt",
        "chatgpt-4o-latest, gpt",
        "codellama-7b, llama",
        "yolo1-x, yolo1-x",
        "deepseek-r1-distill-llama-70b, llama",
        "turbo3-large, turbo3-large",
        "Qwen/QwQ-32B, qwen",
        "my-own, my-own"
    })
    void aFamilyIsToldByTheName(String model, String family) {
        assertThat(Families.of(model)).isEqualTo(family);
    }

    @ParameterizedTest(name = "{0}: {1} needs {2} jurors")
    @CsvSource({
        "majority, 1 1 1 2 2, 3, FIRST",
        "majority, 1 2 1 2 1, 5, FIRST",
        "majority, 1 1 2 1 2, 4, FIRST",
        "majority, tie tie tie 1 1, 3, TIE",
        "majority, ? 1 1 1 2, 4, FIRST",
        "unanimous, 1 2 1 1 1, 2, UNDECIDED",
        "unanimous, 1 1 1 1 1, 5, FIRST",
        // weights 1, 2.5, 1, 0.5, 3: after two the lead is 3.5 and 4.5 remain; after three it is 4.5 and 3.5 remain
        "weighted, 2 2 2 1 1, 3, SECOND",
        "weighted, 1 1 2 2 2, 5, SECOND",
        "meanScore, 9-1 9-1 9-1 0-9 0-9, 5, FIRST",
    })
    void jurorsAreAskedOneByOneWhileTheyCanChangeTheVerdict(SettleRule rule, String words, int asked, Outcome outcome) {
        Jury jury = jury(5, rule);

        Verdict verdict = verdict(sequential(jury, OptionalDouble.empty()), words);

        assertThat(verdict.votes()).hasSize(asked);
        assertThat(verdict.outcome())
                .isEqualTo(outcome)
                .isEqualTo(verdict(jury, words).outcome());
        assertThat(verdict.spared())
                .containsExactlyElementsOf(NAMES.subList(asked, 5).stream()
                        .map(name -> new Spared(name, Spared.SETTLED))
                        .toList());
    }

    /** Two votes of one kind win with probability 0.782 (Dirichlet 3, 1, 1), one with 0.583. */
    @ParameterizedTest
    @CsvSource({"0.55, 1", "0.75, 2", "0.95, 3"})
    void aBoundEndsTheAskingEarlier(double bound, int asked) {
        Verdict verdict = verdict(sequential(jury(5, SettleRule.majority), OptionalDouble.of(bound)), "1 1 1 1 1");

        assertThat(verdict.votes()).hasSize(asked);
    }

    @Test
    void whoIsLeftOutForItsFamilyDoesNotEndTheAsking() {
        List<Annotator> all = List.of(
                new Jury(
                        "jury",
                        List.of("j1", "j2", "j3"),
                        SettleRule.weighted,
                        Map.of("j1", 1.0, "j2", 5.0, "j3", 0.1),
                        FamilyRule.exclude,
                        Optional.of(new Jury.Sequence(OptionalDouble.empty())),
                        Bench.AT),
                juror("j1", "x:claude"),
                juror("j2", "x:qwen"),
                juror("j3", "x:gpt-4"));
        Draft first = Bench.written("d1", "because", "openai:gpt-4o-mini");
        Bench bench = Bench.answering(request -> says(request.model().model().equals("qwen") ? "2" : "1", request));

        Verdict verdict = bench.verdict(Bench.row("r1"), first, Bench.BAD, all.toArray(Annotator[]::new));

        assertThat(verdict.votes()).extracting(Vote::annotator).containsExactly("j1", "j2");
        assertThat(verdict.outcome()).isEqualTo(Outcome.SECOND);
    }

    @Test
    void aJuryScoresByTheMeanOfWhoCanBeRead() {
        ModelException refused = new ModelException("filtered-input", Reaction.ROW, "withheld");
        List<String> says = List.of("9", "?", "4", "!");
        Bench bench = Bench.with(request -> {
            String word = says.get(NAMES.indexOf(request.model().model()));
            return word.equals("!")
                    ? Mono.error(refused)
                    : Mono.fromSupplier(() -> Bench.completion("{\"rationale\": \"r\", \"score\": " + word + "}"));
        });
        Annotator[] all = with(jury(4, SettleRule.meanScore));

        List<Judgment> judgments = Objects.requireNonNull(bench.annotators(all)
                .scoring("jury")
                .score(Bench.row("r1"), Bench.GOOD)
                .block());

        assertThat(judgments).singleElement().satisfies(judgment -> {
            assertThat(judgment.opinion()).isEqualTo(new Judgment.Score(6.5));
            assertThat(judgment.parts().keySet()).containsExactly("j1", "j2", "j3", "j4");
            assertThat(judgment.parts().get("j2")).isInstanceOf(Judgment.Unreadable.class);
        });
    }
}
