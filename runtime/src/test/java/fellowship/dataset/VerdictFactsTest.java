package fellowship.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import fellowship.chat.Finish;
import fellowship.plan.DatasetType;
import fellowship.row.Deliberation;
import fellowship.row.Draft;
import fellowship.row.Judgment;
import fellowship.row.Outcome;
import fellowship.row.Plant;
import fellowship.row.Row;
import fellowship.row.Turn;
import fellowship.row.Verdict;
import fellowship.row.Vote;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What juries, debates, rankings and checked steps leave in the lineage of a row. */
class VerdictFactsTest {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final Draft A = Fixture.draft("d1", "A");
    private static final Draft B = Fixture.draft("d2", "B");

    @TempDir
    private Path folder;

    private static Row row() {
        Judgment judgment = new Judgment(
                "referee",
                new Judgment.Choice(Outcome.FIRST),
                true,
                1,
                "A is clearer.",
                OptionalDouble.of(0.8),
                Map.of("clarity", new Judgment.Scores(8, 5)),
                new Deliberation(
                        Optional.of("Scattering."),
                        Optional.of("for a child"),
                        List.of(new Deliberation.ToolUse("check", "calculator", "1+1", "2"))),
                List.of(
                        Fixture.reply("referee", "…", Finish.COMPLETE, Fixture.ASKED, "k1"),
                        Fixture.reply("referee", "{}", Finish.COMPLETE, Fixture.ASKED, "k2")));
        Judgment planted = Fixture.judgment(new Judgment.Choice(Outcome.SECOND), false, "planted-call");
        Turn turn = new Turn(
                "referee as critic",
                true,
                1,
                "I lean to A.",
                Optional.of(Outcome.FIRST),
                Fixture.reply("referee", "I lean to A.", Finish.COMPLETE, Fixture.ASKED, "t1"));
        return Fixture.row(A, B)
                .withRankings(List.of(Judgment.of("referee", new Judgment.Ranking(List.of("d2", "d1")))))
                .withVerdict(new Verdict(
                        "bench",
                        A,
                        B,
                        Outcome.FIRST,
                        0.5,
                        false,
                        List.of(judgment),
                        List.of(
                                new Vote("referee as critic", Vote.Stage.BLIND, Outcome.SECOND, 2, true),
                                new Vote("referee as critic", Vote.Stage.CLOSING, Outcome.FIRST, 1, false)),
                        List.of(turn),
                        List.of(new Verdict.Spared("third", "settled")),
                        List.of(new Plant("referee", "opener", Outcome.SECOND, List.of(planted)))));
    }

    private static JsonNode lineage() {
        return MAPPER.readTree(Facts.lineage(row(), Fixture.context(DatasetType.DPO)));
    }

    @Test
    void whoVotedWhatAndWhenIsInTheLineage() {
        assertThat(lineage().at("/verdict/votes").toString())
                .isEqualTo(
                        "[{\"annotator\":\"referee as critic\",\"stage\":\"blind\",\"outcome\":\"second\",\"margin\":2.0,"
                                + "\"flipped\":true},{\"annotator\":\"referee as critic\",\"stage\":\"closing\","
                                + "\"outcome\":\"first\",\"margin\":1.0,\"flipped\":false}]");
        assertThat(lineage().at("/verdict/spared").toString()).isEqualTo("[{\"juror\":\"third\",\"why\":\"settled\"}]");
    }

    @Test
    void theTalkIsInTheLineageInItsOrder() {
        JsonNode turn = lineage().at("/verdict/turns/0");
        assertThat(turn.get("speaker").asString()).isEqualTo("referee as critic");
        assertThat(turn.get("order").toString()).isEqualTo("[\"d2\",\"d1\"]");
        assertThat(turn.get("leaning").asString()).isEqualTo("first");
        assertThat(turn.get("call").asString()).isEqualTo("t1");
    }

    @Test
    void whatAJudgeDidBeforeItJudgedIsInTheLineage() {
        JsonNode judgment = lineage().at("/verdict/judgments/0");
        assertThat(judgment.get("sample").asInt()).isEqualTo(1);
        assertThat(judgment.get("certainty").asDouble()).isEqualTo(0.8);
        assertThat(judgment.get("parts").toString()).isEqualTo("{\"clarity\":{\"scores\":[8.0,5.0]}}");
        assertThat(judgment.get("own_answer").asString()).isEqualTo("Scattering.");
        assertThat(judgment.get("context").asString()).isEqualTo("for a child");
        assertThat(judgment.get("tool_uses").toString())
                .isEqualTo("[{\"thought\":\"check\",\"tool\":\"calculator\",\"input\":\"1+1\",\"observation\":\"2\"}]");
        assertThat(judgment.get("calls").toString()).isEqualTo("[\"k1\",\"k2\"]");
        assertThat(lineage().at("/rankings/0/ranking").toString()).isEqualTo("[\"d2\",\"d1\"]");
    }

    @Test
    void checkedStepsAreInTheLineageWithTheFirstWrongOne() {
        Judgment steps = Judgment.of(
                "referee",
                new Judgment.Steps(List.of(
                        new Judgment.CheckedStep("1 + 1 = 2", true, Optional.empty()),
                        new Judgment.CheckedStep("2 + 2 = 5", false, Optional.of("arithmetic")))));
        assertThat(JsonLine.of(JudgmentFacts.of(steps)))
                .contains("\"steps\":[{\"text\":\"1 + 1 = 2\",\"right\":true},{\"text\":\"2 + 2 = 5\",\"right\":false,"
                        + "\"error\":\"arithmetic\"}],\"first_error\":2");
    }

    @Test
    void worthlessAnswersAreInNoDatasetButInAFileOfTheirOwn() throws Exception {
        for (DatasetType type : List.of(DatasetType.DPO, DatasetType.KTO, DatasetType.JSONL)) {
            ShapeContext plain = Fixture.context(type);
            ShapeContext context =
                    new ShapeContext(plain.output(), plain.columns(), true, true, false, "feedback-loop", "f00d", 7);
            for (Shaped shaped : RowShape.of(type).shape(row(), context)) {
                Shaped.Line line = (Shaped.Line) shaped;
                assertThat(line.train() + line.full().orElse("")).doesNotContain("planted-call", "opener");
            }
        }
        try (PlantsFile plants = new PlantsFile(folder)) {
            plants.take(row());
            assertThat(plants.commit().rows()).isEqualTo(1);
        }
        assertThat(Files.readString(folder.resolve(PlantsFile.FILE)))
                .startsWith(
                        "{\"row_id\":\"q1\",\"origin\":\"prompts.jsonl:1\",\"annotator\":\"referee\",\"kind\":\"opener\","
                                + "\"outcome\":\"second\",\"won\":false,\"judgments\":[{")
                .contains("planted-call");
    }

    @Test
    void aJudgedRowHasTheSameColumnsWhateverWasSaid() {
        ShapeContext plain = Fixture.context(DatasetType.JSONL);
        ShapeContext context =
                new ShapeContext(plain.output(), plain.columns(), true, true, false, "feedback-loop", "f00d", 7);
        List<String> names = new RowsShape()
                .trainFeatures(context).stream().map(Feature::name).toList();
        for (Row row : List.of(row(), Fixture.row(A, B))) {
            String line = ((Shaped.Line) new RowsShape().shape(row, context).get(0)).train();
            assertThat(MAPPER.readTree(line).propertyNames()).containsExactlyElementsOf(names);
        }
    }
}
