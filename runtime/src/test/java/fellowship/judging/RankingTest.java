package fellowship.judging;

import static org.assertj.core.api.Assertions.assertThat;

import fellowship.chat.ChatRequest;
import fellowship.plan.Criterion;
import fellowship.plan.Judge;
import fellowship.plan.Marking;
import fellowship.plan.Marking.Form;
import fellowship.plan.Marking.Reasons;
import fellowship.plan.Marking.Style;
import fellowship.plan.Scale;
import fellowship.row.Draft;
import fellowship.row.Judgment;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Lists in order, in the rows of a Latin square. */
class RankingTest {

    private static final Judge JUDGE = Bench.direct("judge");

    private static List<Draft> drafts(int count) {
        List<Draft> drafts = new ArrayList<>();
        for (int i = 1; i <= count; i++) {
            drafts.add(Draft.given("d" + i, "text " + i));
        }
        return drafts;
    }

    private static List<Judgment> ranked(Bench bench, Judge judge, int drafts, OptionalInt orders) {
        return Objects.requireNonNull(bench.annotators(judge)
                .ranking("judge")
                .rank(Bench.row("r1").withDrafts(drafts(drafts)), orders)
                .block());
    }

    /** The texts in the places they are shown. */
    private static List<String> shown(ChatRequest request, int count) {
        List<String> texts = new ArrayList<>();
        for (int place = 0; place < count; place++) {
            texts.add(Sight.of(request).between("answer " + Shown.letter(place)));
        }
        return texts;
    }

    private static String reply(List<String> letters) {
        return "{\"rationale\": \"r\", \"ranking\": ["
                + letters.stream().map(letter -> '"' + letter + '"').collect(Collectors.joining(", ")) + "]}";
    }

    /** By the number in the text, greatest first. */
    private static Bench honest(int count) {
        return Bench.answering(request -> {
            List<String> texts = shown(request, count);
            return reply(texts.stream()
                    .sorted(Comparator.reverseOrder())
                    .map(text -> Shown.letter(texts.indexOf(text)))
                    .toList());
        });
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4, 7})
    void eachDraftStandsInEachPlaceEquallyOften(int count) {
        Bench bench = honest(count);

        List<Judgment> rankings = ranked(bench, JUDGE, count, OptionalInt.empty());

        assertThat(rankings).hasSize(count);
        Map<String, Integer> times = new TreeMap<>();
        bench.asked.forEach(request -> {
            List<String> texts = shown(request, count);
            for (int place = 0; place < count; place++) {
                times.merge(texts.get(place) + " in place " + place, 1, Integer::sum);
            }
        });
        assertThat(times).hasSize(count * count);
        assertThat(times.values()).containsOnly(1);
        assertThat(rankings)
                .extracting(judgment ->
                        ((Judgment.Ranking) judgment.opinion()).order().get(0))
                .containsOnly("d" + count);
    }

    @Test
    void fewerOrdersAreSpreadOverTheSquare() {
        Bench bench = honest(6);

        ranked(bench, JUDGE, 6, OptionalInt.of(3));

        assertThat(bench.asked).hasSize(3);
        List<Integer> places = bench.asked.stream()
                .map(request -> shown(request, 6).indexOf("text 1"))
                .sorted()
                .toList();
        assertThat(List.of(places.get(1) - places.get(0), places.get(2) - places.get(1)))
                .containsOnly(2);
    }

    @Test
    void moreOrdersThanThereAreAreNotAsked() {
        Bench bench = honest(3);

        assertThat(ranked(bench, JUDGE, 3, OptionalInt.of(9))).hasSize(3);
    }

    @Test
    void aJudgeOfPlacesGivesEachDraftTheSame() {
        Bench bench = Bench.answering(request -> reply(List.of("A", "B", "C")));

        Map<String, Double> beaten = Ranking.beaten(ranked(bench, JUDGE, 3, OptionalInt.empty()));

        assertThat(beaten.values())
                .allSatisfy(mean -> assertThat(mean).isCloseTo(1, org.assertj.core.api.Assertions.within(1e-9)));
    }

    /** d1 beats 2 and 1, d2 beats 1 and 2, d3 none; the third reply says nothing. */
    @Test
    void theMeanIsTakenOverWhatCanBeRead() {
        List<Judgment> said = List.of(
                Judgment.of("judge", new Judgment.Ranking(List.of("d1", "d2", "d3"))),
                Judgment.of("judge", new Judgment.Ranking(List.of("d2", "d1", "d3"))),
                Judgment.of("judge", new Judgment.Unreadable("nothing")));

        assertThat(Ranking.beaten(said)).isEqualTo(Map.of("d1", 1.5, "d2", 1.5, "d3", 0.0));
    }

    @Test
    void aRankingThatLeavesOneOutIsAskedForAgain() {
        Bench bench = Bench.answering(
                request -> request.messages().size() > 2 ? reply(List.of("B", "A")) : reply(List.of("B", "B")));

        List<Judgment> rankings = ranked(bench, JUDGE, 2, OptionalInt.empty());

        assertThat(bench.asked).hasSize(4);
        assertThat(rankings).allMatch(Judgment::readable);
        assertThat(Bench.last(bench.asked.get(1))).contains("must name A, B, each once");
    }

    @Test
    void aJudgeWithARubricCanRankTwoAndVerify() {
        Judge judge = Bench.scoring("judge")
                .with(new Marking(
                        Form.COMBINED,
                        Scale.outOf(10),
                        List.of(new Criterion("clarity", 1, "clear")),
                        Reasons.FIRST,
                        false,
                        Style.AUTO));

        assertThat(ranked(honest(2), judge, 2, OptionalInt.empty())).allMatch(Judgment::readable);
        Bench verifying = Bench.answering(request -> "{\"rationale\": \"r\", \"step_1\": \"correct\"}");
        Judgment judgment = Objects.requireNonNull(verifying
                .annotators(judge)
                .verifying("judge")
                .verify(Bench.row("r1"), Bench.GOOD)
                .block());
        assertThat(judgment.readable()).isTrue();
        assertThat(judgment.parts()).isEmpty();
    }
}
