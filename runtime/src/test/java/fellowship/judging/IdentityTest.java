package fellowship.judging;

import static org.assertj.core.api.Assertions.assertThat;

import fellowship.chat.Message;
import fellowship.plan.Annotator;
import fellowship.plan.Debate;
import fellowship.plan.Judge;
import fellowship.plan.Jury;
import fellowship.plan.OrderRule;
import fellowship.plan.Orders;
import fellowship.plan.SettleRule;
import fellowship.row.Draft;
import fellowship.row.Row;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** No judge is told who wrote what, who judges, which row it is, or what stands in other rows. */
class IdentityTest {

    private static final List<String> TELLING = List.of(
            "gpt",
            "4o",
            "openai",
            "llama",
            "localhost",
            "secret-id",
            "writer",
            "strict-judge",
            "lenient-judge",
            "jury-x",
            "bench-x",
            "rows.jsonl",
            "row-77",
            "column_gpt",
            "test:");

    private static final Judge STRICT = Bench.direct("strict-judge").with(Bench.both(OrderRule.synthesise));
    private static final Judge LENIENT = Bench.scoring("lenient-judge").withPlants(1);
    private static final Jury JURY = new Jury(
            "jury-x",
            List.of("strict-judge", "lenient-judge"),
            SettleRule.majority,
            Map.of(),
            Jury.FamilyRule.warn,
            Optional.empty(),
            Bench.AT);
    private static final Debate DEBATE = new Debate(
            "bench-x",
            List.of(new Debate.Seat("critic", "strict-judge"), new Debate.Seat("optimist", "lenient-judge")),
            2,
            true,
            true,
            true,
            Optional.empty(),
            Orders.standard(),
            Bench.AT);
    private static final Annotator[] ALL = {JURY, DEBATE, STRICT, LENIENT};

    private static Row row(String id, String text) {
        return Bench.row(id, Map.of("prompt", "a question on " + text, "column_gpt", "unused " + text))
                .withDrafts(List.of(
                        Bench.written("secret-id-1", "one " + text, "openai:gpt-4o"),
                        Bench.written("secret-id-2", "two " + text, "http://localhost:1/v1#llama"),
                        Draft.given("column_gpt", "three " + text)));
    }

    private static void everything(Bench bench, Row row) {
        Annotators annotators = bench.annotators(ALL);
        Draft first = row.drafts().get(0);
        Draft second = row.drafts().get(1);
        for (String name : List.of("jury-x", "bench-x", "strict-judge", "lenient-judge")) {
            annotators
                    .comparing(name, Settled.nothing())
                    .compare(row, first, second)
                    .block();
        }
        annotators.scoring("lenient-judge").score(row, row.drafts().get(2)).block();
        annotators.ranking("strict-judge").rank(row, OptionalInt.empty()).block();
        annotators.verifying("strict-judge").verify(row, second).block();
    }

    private static Bench wavering() {
        return Bench.answering(request -> new HonestJudge("one", true, true).reply(request));
    }

    @Test
    void noNameReachesAJudge() {
        for (Bench bench : List.of(wavering(), wavering().inLines())) {
            everything(bench, row("row-77", "zebras"));

            assertThat(bench.asked).hasSizeGreaterThan(30);
            assertThat(bench.asked).allSatisfy(request -> assertThat(request.messages().stream()
                            .map(Message::text)
                            .collect(Collectors.joining("\n"))
                            .toLowerCase(java.util.Locale.ROOT))
                    .doesNotContain(TELLING));
        }
    }

    @Test
    void aRequestHoldsNothingOfOtherRows() {
        Bench bench = wavering();
        List<String> rows = List.of("zebras", "yachts", "xylophones");

        rows.forEach(text -> {
            int before = bench.asked.size();
            everything(bench, row("row of " + text, text));
            assertThat(bench.asked.subList(before, bench.asked.size())).allSatisfy(request -> {
                String said = request.messages().toString();
                assertThat(said).contains(text);
                rows.stream().filter(other -> !other.equals(text)).forEach(other -> assertThat(said)
                        .doesNotContain(other));
            });
        });
    }

    @Test
    void eachRowAndJudgeHasAMarkOfItsOwnAndBothOrdersShareIt() {
        Set<String> marks = new HashSet<>();
        for (int i = 0; i < 500; i++) {
            Bench bench = Bench.answering(request -> "{\"rationale\": \"r\", \"verdict\": \"tie\"}");
            bench.verdict(Bench.row("row " + i), Bench.GOOD, Bench.BAD, Bench.direct("judge"));
            assertThat(bench.asked.stream()
                            .map(request -> Sight.of(request).mark())
                            .distinct())
                    .hasSize(1);
            marks.add(Sight.of(bench.asked.get(0)).mark());
        }
        assertThat(marks).hasSizeGreaterThan(495);
    }

    /** A text that had the mark would get another one: found by giving the drawn mark back as an answer. */
    @Test
    void aTextThatHasTheMarkByChanceGetsAnother() {
        Row row = Bench.row("r1");
        String text = "";
        for (int i = 0; i < 50; i++) {
            Sheet sheet = Sheet.of(
                    Bench.direct("judge"), row, List.of(Draft.given("a", text)), Optional.empty(), Bench.dice());
            assertThat(text).doesNotContain(sheet.fence().mark());
            text = text + " " + sheet.fence().mark().toUpperCase(java.util.Locale.ROOT);
        }
        // All marks that begin with one digit, but for some: what is drawn is none of them.
        StringBuilder most = new StringBuilder();
        for (int i = 0; i < 1 << 16; i++) {
            most.append(String.format("%04x", i)).append(i % 7 == 0 ? "\n" : "");
        }
        Sheet sheet = Sheet.of(
                Bench.direct("judge"), row, List.of(Draft.given("a", most.toString())), Optional.empty(), Bench.dice());
        assertThat(most.toString()).doesNotContain(sheet.fence().mark());
    }
}
