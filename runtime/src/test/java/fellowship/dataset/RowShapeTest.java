package fellowship.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import fellowship.chat.Finish;
import fellowship.chat.Message;
import fellowship.chat.Part;
import fellowship.chat.Role;
import fellowship.plan.DatasetType;
import fellowship.row.Critique;
import fellowship.row.Draft;
import fellowship.row.Judgment;
import fellowship.row.Outcome;
import fellowship.row.Preference;
import fellowship.row.Row;
import fellowship.row.Verdict;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class RowShapeTest {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final String PROMPT = "\"prompt\":[{\"role\":\"system\",\"content\":\"Be short.\"},"
            + "{\"role\":\"user\",\"content\":\"Why is the sky blue?\"}]";
    private static final String LINEAGE = "{\\\"workflow\\\":\\\"feedback-loop\\\",\\\"fingerprint\\\":\\\"f00d\\\","
            + "\\\"seed\\\":7,\\\"calls\\\":";
    private static final String ROW = "\"row_id\":\"q1\",\"origin\":\"prompts.jsonl:1\",";

    private static List<Shaped> shape(DatasetType type, Row row) {
        return RowShape.of(type).shape(row, Fixture.context(type));
    }

    private static Shaped.Line line(DatasetType type, Row row) {
        List<Shaped> shaped = shape(type, row);
        assertThat(shaped).hasSize(1);
        return (Shaped.Line) shaped.get(0);
    }

    private static String reason(DatasetType type, Row row) {
        List<Shaped> shaped = shape(type, row);
        assertThat(shaped).hasSize(1);
        return ((Shaped.Left) shaped.get(0)).reason();
    }

    private static Row paired(Draft chosen, Draft rejected) {
        return Fixture.row(rejected, chosen)
                .withPreference(new Preference(chosen, rejected, OptionalDouble.of(3), "best-worst"), 1);
    }

    private static Row good() {
        return paired(Fixture.scored("d2", "Rayleigh scattering.", 8), Fixture.scored("d1", "Magic.", 5));
    }

    @Test
    void aPairTrainsOnThreeColumnsAndNothingElse() {
        assertThat(line(DatasetType.DPO, good()).train())
                .isEqualTo("{" + PROMPT + ",\"chosen\":[{\"role\":\"assistant\",\"content\":\"Rayleigh scattering.\"}],"
                        + "\"rejected\":[{\"role\":\"assistant\",\"content\":\"Magic.\"}]}");
    }

    @Test
    void aPairsFullLineSaysWhereItComesFrom() {
        String full = line(DatasetType.DPO, good()).full().orElseThrow();
        assertThat(full)
                .startsWith("{\"pair_id\":\"0679a76de422cdba\"," + ROW + PROMPT
                        + ",\"chosen\":[{\"role\":\"assistant\",\"content\":\"Rayleigh scattering.\"}],"
                        + "\"rejected\":[{\"role\":\"assistant\",\"content\":\"Magic.\"}],"
                        + "\"chosen_draft\":\"d2\",\"rejected_draft\":\"d1\","
                        + "\"chosen_model\":\"writer-7b\",\"rejected_model\":\"writer-7b\","
                        + "\"chosen_score\":8.0,\"rejected_score\":5.0,\"margin\":3.0,\"policy\":\"best-worst\","
                        + "\"strength\":null,\"lineage\":\"{");
        String draft =
                "{\"id\":\"%s\",\"agent\":\"writer\",\"asked_model\":\"embedded:smollm2\",\"model\":\"writer-7b\","
                        + "\"finish\":\"complete\",\"call\":\"c-%1$s\",\"text\":\"%s\",\"score\":%s,\"critiques\":[],\"judgments\":["
                        + "{\"annotator\":\"referee\",\"agent\":\"referee\",\"asked_model\":\"embedded:smollm2\","
                        + "\"model\":\"referee-7b\",\"finish\":\"complete\",\"call\":\"j-%1$s\",\"swapped\":false,"
                        + "\"score\":%3$s,\"rationale\":\"A is clearer.\"}]}";
        assertThat(MAPPER.readTree(full).get("lineage").asString())
                .isEqualTo("{\"workflow\":\"feedback-loop\",\"fingerprint\":\"f00d\",\"seed\":7,"
                        + "\"calls\":[\"c-d1\",\"j-d1\",\"c-d2\",\"j-d2\"],\"drafts\":["
                        + String.format(draft, "d1", "Magic.", "5.0") + ","
                        + String.format(draft, "d2", "Rayleigh scattering.", "8.0") + "]}");
    }

    @Test
    void pairIdsStayTheSameAndTellPairsApart() {
        Preference pair = good().preference().orElseThrow();
        assertThat(PairIds.of(good(), pair)).isEqualTo("0679a76de422cdba");
        Preference other = new Preference(pair.rejected(), pair.chosen(), pair.margin(), pair.policy());
        assertThat(PairIds.of(good(), other)).isNotEqualTo(PairIds.of(good(), pair));
        assertThat(PairIds.of(good().withPreference(pair, 2), pair)).isNotEqualTo(PairIds.of(good(), pair));
    }

    @Test
    void aVerdictAloneMakesAPairAndATieMakesNone() {
        Draft a = Fixture.draft("d1", "A");
        Draft b = Fixture.draft("d2", "B");
        Row row = Fixture.row(a, b);
        Shaped.Line line = line(DatasetType.DPO, row.withVerdict(Fixture.verdict(a, b, Outcome.SECOND, 2, false)));
        JsonNode full = MAPPER.readTree(line.full().orElseThrow());
        assertThat(full.get("chosen_draft").asString()).isEqualTo("d2");
        assertThat(full.get("chosen_score").isNull()).isTrue();
        assertThat(full.get("policy").asString()).isEqualTo("verdict of referee");
        JsonNode verdict = MAPPER.readTree(full.get("lineage").asString()).get("verdict");
        assertThat(verdict.toString())
                .startsWith("{\"by\":\"referee\",\"candidates\":[\"d1\",\"d2\"],\"outcome\":\"second\",\"margin\":2.0,"
                        + "\"flipped\":false,");
        assertThat(verdict.at("/judgments/0").toString())
                .startsWith("{\"annotator\":\"referee\",")
                .endsWith("\"call\":\"v1\",\"swapped\":false,\"scores\":[8.0,5.0],\"rationale\":\"A is clearer.\","
                        + "\"order\":[\"d1\",\"d2\"]}");
        assertThat(verdict.at("/judgments/1").toString())
                .endsWith("\"call\":\"v2\",\"swapped\":true,\"choice\":\"first\",\"rationale\":\"A is clearer.\","
                        + "\"order\":[\"d2\",\"d1\"]}");
        assertThat(reason(DatasetType.DPO, row.withVerdict(Fixture.verdict(a, b, Outcome.TIE, 0, false))))
                .isEqualTo("tie");
        assertThat(reason(DatasetType.DPO, row.withVerdict(Fixture.verdict(a, b, Outcome.TIE, 0, true))))
                .isEqualTo("the judge's two orders disagree");
        assertThat(reason(DatasetType.DPO, row.withVerdict(Fixture.verdict(a, b, Outcome.UNDECIDED, 0, false))))
                .isEqualTo("undecided");
        assertThat(reason(DatasetType.DPO, row)).isEqualTo("no-answer");
    }

    @Test
    void textsFromTheInputArePairedUnderTheRowsPrompt() {
        Draft a = Draft.given("a", "A");
        Draft b = Draft.given("b", "B");
        Verdict verdict = Fixture.verdict(a, b, Outcome.FIRST, 1, false);
        for (String column : List.of("prompt", "instruction", "question")) {
            Row row = Fixture.row()
                    .withColumns(Map.of(column, "Q?", "a", "A", "b", "B"))
                    .withVerdict(verdict);
            Shaped.Line line = line(DatasetType.DPO, row);
            assertThat(line.train()).startsWith("{\"prompt\":[{\"role\":\"user\",\"content\":\"Q?\"}]");
            JsonNode full = MAPPER.readTree(line.full().orElseThrow());
            assertThat(full.get("chosen_model").asString()).isEqualTo("input");
            assertThat(MAPPER.readTree(full.get("lineage").asString()).get("drafts"))
                    .extracting(JsonNode::toString)
                    .containsExactly(
                            "{\"id\":\"a\",\"text\":\"A\",\"critiques\":[],\"judgments\":[]}",
                            "{\"id\":\"b\",\"text\":\"B\",\"critiques\":[],\"judgments\":[]}");
        }
        Row without =
                Fixture.row().withColumns(Map.of("prompt", " ", "text", "x")).withVerdict(verdict);
        assertThat(reason(DatasetType.DPO, without)).isEqualTo("no-prompt");
    }

    @Test
    void aLaterDraftOfALoopKeepsTheFirstTurnAsItsPrompt() {
        List<Message> later = List.of(
                Message.system("Be short."),
                Message.user("Why is the sky blue?"),
                Message.assistant("Magic."),
                Message.user("A reviewer said: no."));
        Draft second = Draft.written("d2", Fixture.reply("writer", "Scattering.", Finish.COMPLETE, later, "c-d2"));
        assertThat(line(DatasetType.DPO, paired(second, Fixture.draft("d1", "Magic.")))
                        .train())
                .startsWith("{" + PROMPT + ",\"chosen\"")
                .doesNotContain("reviewer");
    }

    @Test
    void writersThatWereAskedDifferentlyShareTheRowsPrompt() {
        Draft other = Draft.written(
                "d2", Fixture.reply("vivid", "B", Finish.COMPLETE, List.of(Message.user("Be vivid: why?")), "c2"));
        assertThat(line(DatasetType.DPO, paired(other, Fixture.draft("d1", "A")))
                        .train())
                .startsWith("{\"prompt\":[{\"role\":\"user\",\"content\":\"Why is the sky blue?\"}],");
    }

    @Test
    void aPairThatTeachesNothingIsLeftOutWithItsReason() {
        Draft whole = Fixture.draft("d1", "Whole.");
        assertThat(reason(DatasetType.DPO, paired(Fixture.draft("d2", " Whole.\n"), whole)))
                .isEqualTo("equal-texts");
        assertThat(reason(DatasetType.DPO, paired(Fixture.draft("d2", " "), whole)))
                .isEqualTo("empty");
        assertThat(reason(DatasetType.DPO, paired(whole, Fixture.draft("d2", ""))))
                .isEqualTo("empty");
        Draft cut = Fixture.draft("d2", "Cut", Finish.LENGTH);
        for (DatasetType type : List.of(DatasetType.DPO, DatasetType.KTO, DatasetType.SFT)) {
            assertThat(reason(type, paired(cut, whole))).isEqualTo("truncated-chosen");
        }
        assertThat(reason(DatasetType.DPO, paired(Fixture.draft("d2", "X", Finish.FILTER), whole)))
                .isEqualTo("filtered-chosen");
        assertThat(reason(DatasetType.DPO, paired(Fixture.draft("d2", "X", Finish.REFUSAL), whole)))
                .isEqualTo("refused-chosen");
        assertThat(reason(DatasetType.DPO, paired(Fixture.draft("d2", "X", Finish.UNKNOWN), whole)))
                .isEqualTo("unfinished-chosen");
        assertThat(line(DatasetType.DPO, paired(whole, cut)).train()).contains("\"content\":\"Cut\"");
    }

    @Test
    void aReplyThatRefusesInPlainWordsIsNeverChosen() {
        Draft whole = Fixture.draft("d1", "Whole.");
        Draft refusal = Fixture.draft("d2", "I'm sorry, but I can't help with that.");
        for (DatasetType type : List.of(DatasetType.DPO, DatasetType.KTO, DatasetType.SFT)) {
            assertThat(reason(type, paired(refusal, whole))).isEqualTo("refused-chosen");
        }
        assertThat(line(DatasetType.DPO, paired(whole, refusal)).train()).contains("I can't help");
    }

    @Test
    void aPromptWithAPictureIsNotWrittenWithoutIt() {
        List<Message> asked = List.of(new Message(
                Role.USER, List.of(new Part.Text("What is this?"), new Part.Image("https://example.org/a.png"))));
        Draft a = Draft.written("d1", Fixture.reply("writer", "A", Finish.COMPLETE, asked, "c1"));
        Draft b = Draft.written("d2", Fixture.reply("writer", "B", Finish.COMPLETE, asked, "c2"));
        assertThat(reason(DatasetType.DPO, paired(a, b))).isEqualTo("picture-prompt");
    }

    @Test
    void aPairGivesTwoUnpairedLines() {
        List<Shaped> lines = shape(DatasetType.KTO, good());
        assertThat(lines)
                .extracting(line -> ((Shaped.Line) line).train())
                .containsExactly(
                        "{" + PROMPT
                                + ",\"completion\":[{\"role\":\"assistant\",\"content\":\"Rayleigh scattering.\"}],\"label\":true}",
                        "{" + PROMPT
                                + ",\"completion\":[{\"role\":\"assistant\",\"content\":\"Magic.\"}],\"label\":false}");
        assertThat(lines)
                .extracting(line -> MAPPER.readTree(((Shaped.Line) line).full().orElseThrow())
                        .get("pair_id")
                        .asString())
                .containsOnly(PairIds.of(good(), good().preference().orElseThrow()));
    }

    @Test
    void scoredDraftsAreGoodFromTheScoreOnAndUnscoredOnesAreNothing() {
        Row row = Fixture.row(
                Fixture.scored("d1", "Seven.", 7),
                Fixture.scored("d2", "Less.", 6.5),
                Fixture.draft("d3", "Nobody scored this."),
                Fixture.scored("d4", "", 1),
                Fixture.draft("d5", "Cut", Finish.LENGTH)
                        .withJudgment(Fixture.judgment(new Judgment.Score(9), false, "j5")));
        List<Shaped> lines = shape(DatasetType.KTO, row);
        assertThat(lines).hasSize(5);
        assertThat(((Shaped.Line) lines.get(0)).train()).endsWith("\"content\":\"Seven.\"}],\"label\":true}");
        assertThat(((Shaped.Line) lines.get(1)).train()).endsWith("\"content\":\"Less.\"}],\"label\":false}");
        assertThat(((Shaped.Line) lines.get(0)).full().orElseThrow())
                .startsWith("{\"pair_id\":\"\"," + ROW + "\"draft_id\":\"d1\",")
                .contains("\"label\":true,\"model\":\"writer-7b\",\"score\":7.0,\"policy\":\"at-least\",");
        assertThat(lines.subList(2, 5))
                .containsExactly(
                        new Shaped.Left("no-score"), new Shaped.Left("empty"), new Shaped.Left("truncated-chosen"));
    }

    @Test
    void theBestDraftIsTheCompletionOfEqualOnesTheEarliest() {
        Row row = Fixture.row(
                Fixture.scored("d1", "Five.", 5),
                Fixture.scored("d2", "Eight.", 8),
                Fixture.scored("d3", "Also eight.", 8));
        assertThat(line(DatasetType.SFT, row).train())
                .isEqualTo("{" + PROMPT + ",\"completion\":[{\"role\":\"assistant\",\"content\":\"Eight.\"}]}");
        assertThat(line(DatasetType.SFT, good()).train()).contains("Rayleigh");
        assertThat(line(DatasetType.SFT, Fixture.row(Fixture.draft("d1", "Only.")))
                        .train())
                .contains("Only.");
        assertThat(reason(DatasetType.SFT, Fixture.row(Fixture.draft("d1", "A"), Fixture.draft("d2", "B"))))
                .isEqualTo("no-score");
        assertThat(reason(DatasetType.SFT, Fixture.row())).isEqualTo("no-answer");
    }

    @Test
    void eachCritiqueIsALineInTheReviewersOwnWords() {
        Row row = Fixture.row(
                Fixture.reviewed("d1", "Magic.", 4),
                Fixture.reviewed("d2", "Light.", 9.5),
                Fixture.draft("d3", "End."));
        List<Shaped> lines = shape(DatasetType.CRITIQUES, row);
        assertThat(lines).hasSize(2);
        Shaped.Line first = (Shaped.Line) lines.get(0);
        String columns = "\"prompt\":[{\"role\":\"user\",\"content\":\"Review: Magic.\"}],\"completion\":"
                + "[{\"role\":\"assistant\",\"content\":\"{\\\"feedback\\\":\\\"Say more.\\\",\\\"score\\\":4.0}\"}]";
        assertThat(first.train()).isEqualTo("{" + columns + "}");
        assertThat(first.full().orElseThrow())
                .startsWith("{" + ROW + "\"draft_id\":\"d1\"," + columns
                        + ",\"reviewer\":\"critic\",\"reviewer_model\":\"critic-7b\",\"critique\":\"Say more.\",\"rating\":4.0,"
                        + "\"fields\":\"{\\\"feedback\\\":\\\"Say more.\\\",\\\"score\\\":4.0}\","
                        + "\"draft\":\"Magic.\",\"draft_prompt\":[{\"role\":\"system\",\"content\":\"Be short.\"},"
                        + "{\"role\":\"user\",\"content\":\"Why is the sky blue?\"}],\"draft_model\":\"writer-7b\",\"revised\":\"Light.\",\"lineage\":\""
                        + LINEAGE
                        + "[\\\"c-d1\\\",\\\"r-d1\\\",\\\"c-d2\\\",\\\"r-d2\\\",\\\"c-d3\\\"],");
        assertThat(((Shaped.Line) lines.get(1)).full().orElseThrow()).contains("\"revised\":\"End.\"");
        assertThat(reason(DatasetType.CRITIQUES, Fixture.row(Fixture.draft("d1", "A"))))
                .isEqualTo("no-critique");
    }

    @Test
    void whatSeveralPairsOfASampleShareIsWrittenOnce() {
        Draft one = Fixture.reviewed("d1", "A", 4);
        Draft two = Fixture.reviewed("d2", "B", 6);
        Draft three = Fixture.reviewed("d3", "C", 9);
        Row row = Fixture.row(one, two, three);
        List<Row> pairs = List.of(
                row.withPreference(new Preference(three, two, OptionalDouble.of(3), "all"), 1),
                row.withPreference(new Preference(three, one, OptionalDouble.of(5), "all"), 2));
        assertThat(lines(DatasetType.DPO, pairs)).isEqualTo(2);
        assertThat(lines(DatasetType.KTO, pairs)).isEqualTo(3);
        assertThat(lines(DatasetType.SFT, pairs)).isEqualTo(1);
        assertThat(lines(DatasetType.CRITIQUES, pairs)).isEqualTo(3);
        assertThat(lines(DatasetType.JSONL, pairs)).isEqualTo(2);
    }

    private static long lines(DatasetType type, List<Row> rows) {
        List<Shaped> shaped = RowShape.of(type).shape(rows, Fixture.context(type));
        assertThat(shaped).allMatch(each -> each instanceof Shaped.Line || each.equals(new Shaped.Left("repeated")));
        return shaped.stream().filter(Shaped.Line.class::isInstance).count();
    }

    @Test
    void aCritiqueThatWasCutTeachesNobody() {
        Critique cut = new Critique(
                "critic",
                "Say mo",
                OptionalDouble.empty(),
                Map.of(),
                Fixture.reply("critic", "Say mo", Finish.LENGTH, List.of(Message.user("Review.")), "r1"));
        Row row = Fixture.row(Fixture.draft("d1", "A").withCritiques(List.of(cut)));
        assertThat(reason(DatasetType.CRITIQUES, row)).isEqualTo("unfinished-critique");
    }

    @Test
    void rowsAreWrittenAsTheyAre() {
        Row row = Fixture.row(Fixture.reviewed("d1", "Magic.", 4));
        String who = "\"asked_model\":\"embedded:smollm2\",\"model\":\"%s-7b\",\"finish\":\"complete\",";
        assertThat(line(DatasetType.JSONL, row))
                .isEqualTo(new Shaped.Line(
                        "{\"id\":\"q1\",\"prompt\":\"Why is the sky blue?\"," + ROW
                                + "\"drafts\":[{\"id\":\"d1\",\"agent\":\"writer\","
                                + String.format(who, "writer") + "\"call\":\"c-d1\",\"text\":\"Magic.\",\"score\":4.0,"
                                + "\"critiques\":[{\"agent\":\"critic\"," + String.format(who, "critic")
                                + "\"call\":\"r-d1\",\"score\":4.0,\"text\":\"Say more.\"}],\"judgments\":[]}],\"lineage\":\""
                                + LINEAGE + "[\\\"c-d1\\\",\\\"r-d1\\\"]}\"}",
                        java.util.Optional.empty()));
    }

    @Test
    void whatTheStepsBeforeAddIsOnEveryRowOfThem() {
        Draft a = Fixture.draft("d1", "A");
        Draft b = Fixture.draft("d2", "B");
        ShapeContext plain = Fixture.context(DatasetType.JSONL);
        ShapeContext context =
                new ShapeContext(plain.output(), plain.columns(), true, false, true, "feedback-loop", "f00d", 7);
        String with = only(
                Fixture.row(a, b)
                        .withVerdict(Fixture.verdict(a, b, Outcome.FIRST, 3, false))
                        .withPreference(new Preference(a, b, OptionalDouble.of(3), "verdict of referee"), 1),
                context);
        String without = only(Fixture.row(a, b), context);
        assertThat(with)
                .contains("\"verdict\":\"first\",\"winner\":\"d1\",\"verdict_by\":\"referee\",\"verdict_margin\":3.0,"
                        + "\"flipped\":false,\"votes\":[{\"annotator\":\"referee\",\"stage\":\"blind\",\"outcome\":\"first\","
                        + "\"margin\":3.0,\"flipped\":false}],\"turns\":[],\"spared\":[],\"judgments\":[{")
                .contains("\"chosen\":\"d1\",\"rejected\":\"d2\",\"margin\":3.0,\"policy\":\"verdict of referee\",");
        assertThat(without)
                .contains(
                        "\"verdict\":\"\",\"winner\":\"\",\"verdict_by\":\"\",\"verdict_margin\":null,\"flipped\":null,"
                                + "\"votes\":[],\"turns\":[],\"spared\":[],\"judgments\":[],\"chosen\":\"\",\"rejected\":\"\",\"margin\":null,\"policy\":\"\"");
        assertThat(MAPPER.readTree(with).propertyNames())
                .containsExactlyElementsOf(MAPPER.readTree(without).propertyNames());
    }

    private static String only(Row row, ShapeContext context) {
        return ((Shaped.Line) new RowsShape().shape(row, context).get(0)).train();
    }

    @Test
    void aScriptsColumnKeepsItsNameBesideOurs() {
        Row row = Fixture.row().withColumns(Map.of("drafts", 2.5, "row_id", Double.NaN, "whole", 3));
        ShapeContext context = new ShapeContext(
                Fixture.into(DatasetType.JSONL, "out"),
                new fellowship.plan.RowType(
                        "T",
                        List.of(
                                new fellowship.plan.Column("drafts", fellowship.plan.Column.Kind.ANY),
                                new fellowship.plan.Column("row_id", fellowship.plan.Column.Kind.DECIMAL),
                                new fellowship.plan.Column("whole", fellowship.plan.Column.Kind.DECIMAL))),
                false,
                false,
                false,
                "w",
                "f",
                1);
        assertThat(only(row, context))
                .startsWith(
                        "{\"drafts\":2.5,\"row_id\":null,\"whole\":3.0,\"row_id_\":\"q1\",\"origin\":\"prompts.jsonl:1\",\"drafts_\":[],\"lineage\":");
    }

    @ParameterizedTest
    @EnumSource(DatasetType.class)
    void theFeaturesAreTheKeysOfEveryLineInTheirOrder(DatasetType type) {
        Row row = type == DatasetType.CRITIQUES ? Fixture.row(Fixture.reviewed("d1", "A", 4)) : good();
        ShapeContext context = Fixture.context(type);
        RowShape shape = RowShape.of(type);
        for (Shaped shaped : shape.shape(row, context)) {
            Shaped.Line line = (Shaped.Line) shaped;
            assertThat(MAPPER.readTree(line.train()).propertyNames())
                    .containsExactlyElementsOf(shape.trainFeatures(context).stream()
                            .map(Feature::name)
                            .toList());
            line.full().ifPresent(full -> assertThat(MAPPER.readTree(full).propertyNames())
                    .containsExactlyElementsOf(shape.fullFeatures(context).stream()
                            .map(Feature::name)
                            .toList()));
        }
    }

    @Test
    void textThatIsNoTextIsRepairedAndLineBreaksStayInside() {
        String odd = "half \ud83d pair, whole \ud83d\ude00, break\n\u2028\u0000 \"quoted\\\"";
        Shaped.Line line = line(DatasetType.DPO, paired(Fixture.draft("d2", odd), Fixture.draft("d1", "A")));
        assertThat(line.train()).doesNotContain("\n").doesNotContain("\ud83d ");
        assertThat(MAPPER.readTree(line.train()).at("/chosen/0/content").asString())
                .isEqualTo(odd.replace("\ud83d pair", "\ufffd pair"));
    }
}
