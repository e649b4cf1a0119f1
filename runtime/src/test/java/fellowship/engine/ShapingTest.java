package fellowship.engine;

import static org.assertj.core.api.Assertions.assertThat;

import fellowship.plan.Agent;
import fellowship.plan.Column;
import fellowship.plan.DatasetType;
import fellowship.plan.Leaf;
import fellowship.plan.Pick;
import fellowship.plan.RowType;
import fellowship.plan.Shape;
import fellowship.plan.Step;
import fellowship.prompt.Field;
import fellowship.prompt.PromptTemplate;
import fellowship.prompt.ReplyType;
import fellowship.row.Draft;
import fellowship.row.Reply;
import fellowship.row.Row;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Rows that are asked, crossed and exploded; drafts that are given, measured, chosen, reviewed and revised. */
class ShapingTest {

    private static final ReplyType DECISION =
            new ReplyType("Decision", List.of(Field.choice("said", List.of("yes", "no")), Field.decimal("sure", 0, 1)));

    private static RowType type(String... names) {
        return new RowType(
                "Made",
                java.util.Arrays.stream(names)
                        .map(name -> new Column(name, Column.Kind.ANY))
                        .toList());
    }

    private static List<Row> rows(RowResult result) {
        assertThat(result.rejections()).isEmpty();
        return result.emissions().stream().map(RowResult.Emission::row).toList();
    }

    private static Shape.Ask ask(int samples, Optional<String> into, String... columns) {
        return new Shape.Ask("asked", "rows", "a", samples, type(columns), into, Fixture.AT);
    }

    @Test
    void fieldsOfAReplyBecomeColumns() {
        Fixture fixture = Fixture.answering(request -> "{\"said\": \"yes\", \"sure\": 0.5}");
        Agent agent = Fixture.agent("a", "{{prompt}}", Optional.of(DECISION));

        List<Row> rows = rows(fixture.run(
                Fixture.plan(
                        List.of(agent),
                        List.of(),
                        ask(1, Optional.empty(), "prompt", "said", "sure"),
                        Fixture.into("asked", DatasetType.JSONL)),
                Map.of("prompt", "p", "left", "behind")));

        assertThat(rows).singleElement().satisfies(row -> {
            assertThat(row.id()).isEqualTo("r1");
            assertThat(row.columns()).isEqualTo(Map.of("prompt", "p", "said", "yes", "sure", 0.5));
            assertThat(row.replies()).extracting(Reply::agent).containsExactly("a");
        });
    }

    @Test
    void aLaterQuestionSeesWhatAnEarlierOneSaid() {
        Fixture fixture = Fixture.answering(request -> "<" + Fixture.last(request) + ">");
        Agent agent = Fixture.writer("a");
        Shape.Ask again = new Shape.Ask("again", "asked", "a", 1, type("prompt"), Optional.of("prompt"), Fixture.AT);

        List<Row> rows = rows(fixture.run(
                Fixture.plan(
                        List.of(agent),
                        List.of(),
                        ask(1, Optional.of("prompt"), "prompt"),
                        again,
                        Fixture.into("again", DatasetType.JSONL)),
                Map.of("prompt", "p")));

        assertThat(rows).singleElement().satisfies(row -> {
            assertThat(row.columns()).isEqualTo(Map.of("prompt", "<<p>>"));
            assertThat(row.replies()).hasSize(2);
        });
    }

    @Test
    void eachSampleIsARowWithADrawOfItsOwn() {
        AtomicInteger calls = new AtomicInteger();
        Fixture fixture = Fixture.answering(request -> "draw " + request.draw() + calls.incrementAndGet() % 1);
        List<Row> rows = rows(fixture.run(
                Fixture.plan(
                        List.of(Fixture.writer("a")),
                        List.of(),
                        ask(3, Optional.of("said"), "said"),
                        Fixture.into("asked", DatasetType.JSONL)),
                Map.of("prompt", "p")));
        assertThat(rows).extracting(Row::id).containsExactly("r1#1", "r1#2", "r1#3");
        assertThat(rows).extracting(row -> row.columns().get("said")).containsExactly("draw 00", "draw 10", "draw 20");
    }

    @Test
    void aReplyThatCannotBeReadRejectsTheRow() {
        Fixture fixture = Fixture.answering(request -> "maybe");
        RowResult result = fixture.run(
                Fixture.plan(
                        List.of(Fixture.agent("a", "{{prompt}}", Optional.of(DECISION))),
                        List.of(),
                        ask(1, Optional.empty(), "said"),
                        Fixture.into("asked", DatasetType.JSONL)),
                Map.of("prompt", "p"));
        assertThat(result.emissions()).isEmpty();
        assertThat(result.rejections()).singleElement().satisfies(rejection -> assertThat(rejection.reason())
                .isEqualTo("unreadable"));
    }

    @Test
    void theLastColumnOfACrossTurnsFastest() {
        Map<String, List<Object>> values = new java.util.LinkedHashMap<>();
        values.put("age", List.of(20L, 60L));
        values.put("gender", List.of("f", "m"));
        List<Row> rows = rows(Fixture.answering(request -> "")
                .run(
                        Fixture.plan(
                                List.of(),
                                List.of(),
                                new Shape.Cross("all", "rows", type("prompt", "age", "gender"), values, Fixture.AT),
                                Fixture.into("all", DatasetType.JSONL)),
                        Map.of("prompt", "p", "other", 1L)));
        assertThat(rows)
                .extracting(row -> row.id() + " " + row.columns())
                .containsExactly(
                        "r1#1 {prompt=p, age=20, gender=f}",
                        "r1#2 {prompt=p, age=20, gender=m}",
                        "r1#3 {prompt=p, age=60, gender=f}",
                        "r1#4 {prompt=p, age=60, gender=m}");
    }

    @Test
    void aRowThatExplodesIntoNothingIsFiltered() {
        RowResult result = Fixture.answering(request -> "")
                .run(
                        Fixture.plan(
                                List.of(),
                                List.of(),
                                new Shape.Explode(
                                        "parts", "rows", type("x"), new Leaf<>("", "", row -> List.of()), Fixture.AT),
                                Fixture.into("parts", DatasetType.JSONL)),
                        Map.of());
        assertThat(result.leavings()).singleElement().satisfies(left -> assertThat(left.rule())
                .isEqualTo("nothing to make rows of"));
    }

    @Test
    void textsOfColumnsBecomeDraftsAndTheBestByAMeasureStays() {
        List<Row> rows = rows(Fixture.answering(request -> "")
                .run(
                        Fixture.plan(
                                List.of(),
                                List.of(),
                                new Shape.Texts("given", "rows", List.of("one", "more"), Fixture.AT),
                                measure("given"),
                                new Shape.Choose("chosen", "measured", Pick.best, Fixture.AT),
                                Fixture.into("chosen", DatasetType.JSONL)),
                        Map.of("one", "aa", "more", List.of("aaa", "a", "bbb"))));
        assertThat(rows).singleElement().satisfies(row -> assertThat(row.drafts())
                .extracting(draft -> draft.id() + " " + draft.score().getAsDouble())
                .containsExactly("more1 3.0"));
    }

    private static Shape.Measure measure(String from) {
        return new Shape.Measure(
                "measured",
                from,
                "length",
                new Leaf<>("", "", (row, draft) -> draft.text().length()),
                Fixture.AT);
    }

    @Test
    void reviewedDraftsAreRevisedInTheirOwnConversation() {
        Fixture fixture = Fixture.answering(request -> request.schema().isPresent()
                ? "{\"score\": 3, \"feedback\": \"shorter\"}"
                : Fixture.last(request).contains("shorter") ? "short" : "long");
        Agent writer = Fixture.writer("w");
        List<Row> rows = rows(fixture.run(
                Fixture.plan(
                        List.of(writer, Fixture.critic("c")),
                        List.of(),
                        new Step.Generate("drafts", "rows", List.of("w"), 1, Fixture.AT),
                        new Shape.Review("reviewed", "drafts", List.of("c"), Fixture.AT),
                        new Shape.Revise("revised", "reviewed", "w", Fixture.AT),
                        Fixture.into("revised", DatasetType.JSONL)),
                Map.of("prompt", "p")));
        assertThat(rows).singleElement().satisfies(row -> {
            assertThat(row.drafts()).extracting(Draft::text).containsExactly("long", "short");
            assertThat(row.drafts()).extracting(Draft::id).containsExactly("d1", "d2");
            assertThat(row.drafts().get(0).critiques()).hasSize(1);
            assertThat(row.drafts().get(1).reply().orElseThrow().asked())
                    .extracting(message -> message.role().word())
                    .containsExactly("user", "assistant", "user");
        });
    }

    @Test
    void aGivenTextIsRevisedAsIfTheWriterHadWrittenIt() {
        Fixture fixture = Fixture.answering(request -> request.messages().get(1).text() + " better");
        Agent writer = new Agent(
                "w",
                "w",
                Fixture.writer("w").sampling(),
                Optional.empty(),
                PromptTemplate.parse("{{prompt}}"),
                Optional.of(PromptTemplate.parse("Improve {{answer}}")),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Fixture.AT);
        List<Row> rows = rows(fixture.run(
                Fixture.plan(
                        List.of(writer),
                        List.of(),
                        new Shape.Texts("given", "rows", List.of("answer"), Fixture.AT),
                        new Shape.Revise("revised", "given", "w", Fixture.AT),
                        Fixture.into("revised", DatasetType.JSONL)),
                Map.of("prompt", "p", "answer", "theirs")));
        assertThat(Fixture.last(fixture.asked.get(0))).isEqualTo("Improve theirs");
        assertThat(rows).singleElement().satisfies(row -> assertThat(row.drafts())
                .extracting(Draft::text)
                .containsExactly("theirs", "theirs better"));
    }

    @Test
    void aMeasureThatIsNoNumberRejectsTheRow() {
        Shape.Measure nothing = new Shape.Measure(
                "measured", "given", "ratio", new Leaf<>("", "", (row, draft) -> Double.NaN), Fixture.AT);
        RowResult result = Fixture.answering(request -> "")
                .run(
                        Fixture.plan(
                                List.of(),
                                List.of(),
                                new Shape.Texts("given", "rows", List.of("a"), Fixture.AT),
                                nothing,
                                Fixture.into("measured", DatasetType.JSONL)),
                        Map.of("a", "x"));
        assertThat(result.rejections()).singleElement().satisfies(rejection -> assertThat(rejection.message())
                .contains("the measure 'ratio' of draft a is NaN, not a number"));
    }
}
