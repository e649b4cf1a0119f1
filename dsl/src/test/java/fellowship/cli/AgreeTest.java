package fellowship.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code fellowship agree} on small tables whose numbers can be worked by hand. */
class AgreeTest {

    @TempDir
    Path home;

    private Shell shell;

    @BeforeEach
    void aTable() throws IOException {
        shell = new Shell(home);
        // ann and bob: a/a 4, b/b 3, a/b 1, b/a 2, as in CohenTest: agreement 7/10, κ 2/5.
        shell.write("ten.csv", """
                item,ann,bob
                1,a,a
                2,a,a
                3,a,a
                4,a,a
                5,b,b
                6,b,b
                7,b,b
                8,a,b
                9,b,a
                10,b,a
                """);
        shell.write("three.csv", """
                item,ann,bob,cleo,gold
                1,A,A,A,A
                2,A,B,B,B
                3,B,B,tie,B
                4,A,B,unreadable,A
                5,tie,tie,A,tie
                6,A,,A,B
                """);
    }

    private JsonNode json(String... args) {
        String[] all = java.util.Arrays.copyOf(args, args.length + 2);
        all[args.length] = "--json";
        all[args.length + 1] = "-";
        Shell.Result result = shell.run(all);
        assertThat(result.code()).as(result.err()).isZero();
        return JsonMapper.shared().readTree(result.out());
    }

    private static double value(JsonNode measures, String name) {
        return measures.get(name).get("value").asDouble();
    }

    @Test
    void twoAnnotatorsAreToldExactly() {
        Shell.Result result = shell.run("agree", "ten.csv");
        assertThat(result.code()).isZero();
        // Fleiss: a 11/20, b 9/20: p_e 101/200; (0.7 − 0.505) / 0.495 = 0.394. Krippendorff: 1 − 6 · 19 / (2 · 99) =
        // 0.424.
        assertThat(result.out()).isEqualTo("""
                ten.csv: 10 items, 2 annotators; 20 labels (0 ties), 0 missing, 0 unreadable
                dimension: nominal (guessed, since the labels are words; --dimension says another)

                all annotators           value (95 % interval)
                -----------------------  -----------------------
                agreement of pairs       0.700 (0.300 to 0.900)
                Fleiss κ                 0.394 (-0.250 to 1.000)
                Krippendorff α, nominal  0.424 (-0.188 to 1.000)
                effective votes          1.420 (1.101 to 2.000)

                pair      n   agreement               κ
                --------  --  ----------------------  -----------------------
                ann, bob  10  0.700 (0.397 to 0.892)  0.400 (-0.157 to 0.957)

                label  ann  bob
                -----  ---  ---
                a      5    6
                b      5    4
                """);
        assertThat(result.err())
                .isEqualTo(
                        "warning: κ over fewer than 30 items says little, and its interval is too narrow; here that is"
                                + " every κ\n");
    }

    @Test
    void jsonHasAllDigits() {
        JsonNode report = json("agree", "ten.csv");
        assertThat(report.propertyNames())
                .containsExactly(
                        "file",
                        "items",
                        "annotators",
                        "dimension",
                        "guessed",
                        "counts",
                        "level",
                        "resamples",
                        "seed",
                        "together",
                        "pairs",
                        "categories",
                        "warnings");
        assertThat(value(report.get("together"), "fleiss-kappa")).isCloseTo((0.7 - 0.505) / 0.495, within(1e-15));
        JsonNode pair = report.get("pairs").get(0);
        assertThat(pair.get("annotators").toString()).isEqualTo("[\"ann\",\"bob\"]");
        assertThat(pair.get("n").asInt()).isEqualTo(10);
        assertThat(value(pair.get("measures"), "kappa")).isCloseTo(0.4, within(1e-15));
        assertThat(pair.get("measures").get("kappa").get("by").asString()).isEqualTo("analytic");
        assertThat(pair.get("measures").get("agreement").get("by").asString()).isEqualTo("wilson");
        assertThat(report.get("together").get("fleiss-kappa").get("by").asString())
                .isEqualTo("bootstrap");
        assertThat(report.get("categories").get(0).toString())
                .isEqualTo("{\"category\":\"a\",\"counts\":{\"ann\":5,\"bob\":6}}");
    }

    @Test
    void jsonMayGoToAFileBesideTheText() throws IOException {
        Shell.Result result = shell.run("agree", "ten.csv", "--json", "report.json");
        assertThat(result.out()).startsWith("ten.csv: 10 items");
        assertThat(JsonMapper.shared()
                        .readTree(Files.readString(shell.folder.resolve("report.json")))
                        .get("items")
                        .asInt())
                .isEqualTo(10);
    }

    @Test
    void theSameSeedGivesTheSameBytes() {
        assertThat(shell.run("agree", "three.csv", "--gold", "gold", "--seed", "7"))
                .isEqualTo(shell.run("agree", "three.csv", "--gold", "gold", "--seed", "7"));
        assertThat(shell.run("agree", "ten.csv", "--seed", "1").out())
                .isNotEqualTo(shell.run("agree", "ten.csv", "--seed", "2").out());
    }

    @Test
    void unreadableIsMissingAndCountedAndATieIsALabel() {
        JsonNode report = json("agree", "three.csv");
        assertThat(report.get("counts").toString())
                .isEqualTo("{\"values\":22,\"missing\":1,\"unreadable\":1,\"ties\":4}");
        assertThat(report.get("categories").findValuesAsString("category")).containsExactly("A", "B", "tie");
        JsonNode asLabel = json("agree", "three.csv", "--unreadable", "none", "--tie", "TIE");
        assertThat(asLabel.get("counts").get("unreadable").asInt()).isZero();
        assertThat(asLabel.get("counts").get("ties").asInt()).isZero();
        assertThat(asLabel.get("categories").findValuesAsString("category"))
                .containsExactly("A", "B", "tie", "unreadable");
    }

    @Test
    void eachAnnotatorIsComparedWithGold() {
        JsonNode gold = json("agree", "three.csv", "--gold", "gold").get("gold");
        assertThat(gold.get("name").asString()).isEqualTo("gold");
        assertThat(gold.get("annotators").findValuesAsString("annotator")).containsExactly("ann", "bob", "cleo");
        JsonNode ann = gold.get("annotators").get(0);
        assertThat(ann.get("n").asInt()).isEqualTo(6);
        assertThat(value(ann.get("measures"), "accuracy")).isCloseTo(4 / 6.0, within(1e-15));
        // ann finds A 4 times, 2 right, of 2; B once, right, of 3; the tie.
        assertThat(ann.get("categories").get("A").toString())
                .isEqualTo("{\"precision\":0.5,\"recall\":1.0,\"f1\":0.6666666666666666,\"gold\":2,\"found\":4}");
        assertThat(value(ann.get("measures"), "precision")).isCloseTo((0.5 + 1 + 1) / 3, within(1e-15));
        assertThat(value(ann.get("measures"), "recall")).isCloseTo((1 + 1 / 3.0 + 1) / 3, within(1e-15));
        assertThat(value(ann.get("measures"), "f1")).isCloseTo((2 / 3.0 + 1 / 2.0 + 1) / 3, within(1e-15));
    }

    @Test
    void eachIsComparedWithTheModeOfTheRest() {
        // ann: 1 A, 2 B, 3 open (B, tie), 4 B, 5 open, 6 A; says A, A, A, A: right on 1 and 6.
        JsonNode out = json("agree", "three.csv", "--columns", "ann,bob,cleo", "--leave-one-out")
                .get("leave-one-out");
        assertThat(out.get("mode-ties").asString()).isEqualTo("dropped");
        JsonNode ann = out.get("annotators").get(0);
        assertThat(ann.get("n").asInt()).isEqualTo(4);
        assertThat(ann.get("open").asInt()).isEqualTo(2);
        assertThat(value(ann.get("measures"), "agreement")).isEqualTo(0.5);
        JsonNode drawn = json(
                        "agree", "three.csv", "--columns", "ann,bob,cleo", "--leave-one-out", "--mode-ties", "drawn")
                .get("leave-one-out");
        assertThat(drawn.get("mode-ties").asString()).isEqualTo("drawn");
        assertThat(drawn.get("annotators").get(0).get("n").asInt()).isEqualTo(6);
        assertThat(drawn.get("annotators").get(0).get("open").asInt()).isEqualTo(2);
    }

    @Test
    void sixAnnotatorsMakeFiftySevenJuries() throws IOException {
        StringBuilder rows = new StringBuilder("item,a,b,c,d,e,f,gold\n");
        for (int i = 0; i < 40; i++) {
            rows.append(i);
            for (int a = 0; a < 6; a++) {
                rows.append(",").append((i * (a + 3) + i / 7) % 5 < 3 ? "x" : (i + a) % 11 == 0 ? "tie" : "y");
            }
            rows.append(",").append(i % 2 == 0 ? "x" : "y").append("\n");
        }
        shell.write("six.csv", rows.toString());
        JsonNode juries = json("agree", "six.csv", "--gold", "gold", "--juries").get("juries");
        assertThat(juries.get("count").asInt()).isEqualTo(57);
        assertThat(juries.get("juries").size()).isEqualTo(57);
        assertThat(juries.get("rule").asString()).isEqualTo("majority");
        List<Double> ranked = new java.util.ArrayList<>();
        juries.get("juries").forEach(jury -> ranked.add(value(jury.get("measures"), "kappa")));
        assertThat(ranked).isSortedAccordingTo(java.util.Comparator.reverseOrder());
        assertThat(shell.run("agree", "six.csv", "--gold", "gold", "--juries").out())
                .contains("57 juries by majority, ranked by κ; without a mode a jury says 'tie'\nbest\n")
                .contains("\nworst\n");
    }

    @Test
    void theMajoritySettlesAndWithoutAModeItIsATie() {
        JsonNode settled = json("agree", "three.csv", "--gold", "gold", "--rule", "majority")
                .get("settled");
        assertThat(settled.get("labels").toString())
                .isEqualTo("{\"1\":\"A\",\"2\":\"B\",\"3\":\"B\",\"4\":\"tie\",\"5\":\"tie\",\"6\":\"A\"}");
        assertThat(value(settled.get("gold").get("measures"), "accuracy")).isCloseTo(4 / 6.0, within(1e-15));
        // Where no label says tie, an item without a mode stays open.
        JsonNode open = json("agree", "three.csv", "--gold", "gold", "--rule", "majority", "--tie", "none")
                .get("settled");
        assertThat(open.get("open").asInt()).isEqualTo(1);
        assertThat(open.get("gold").get("n").asInt()).isEqualTo(5);
    }

    @Test
    void weightsAndUnanimitySettleOtherwise() {
        JsonNode weighted = json("agree", "three.csv", "--gold", "gold", "--rule", "weighted", "--weights", "ann=3")
                .get("settled");
        assertThat(weighted.get("labels").get("2").asString()).isEqualTo("A");
        assertThat(weighted.get("weight").toString()).isEqualTo("{\"ann\":3.0,\"bob\":1.0,\"cleo\":1.0}");
        JsonNode unanimous = json("agree", "three.csv", "--gold", "gold", "--rule", "unanimity")
                .get("settled");
        assertThat(unanimous.get("labels").toString()).isEqualTo("{\"1\":\"A\",\"6\":\"A\"}");
        assertThat(unanimous.get("open").asInt()).isEqualTo(4);
    }

    @Test
    void dawidAndSkeneTellAccuracies() {
        JsonNode settled = json("agree", "three.csv", "--gold", "gold", "--rule", "dawid-skene")
                .get("settled");
        assertThat(settled.get("accuracy").propertyNames()).containsExactly("ann", "bob", "cleo");
        assertThat(settled.get("labels").get("1").asString()).isEqualTo("A");
    }

    @Test
    void peersAreWeighedByWhatTheyWin() throws IOException {
        shell.write("battles.jsonl", """
                {"item": 1, "annotator": "a", "label": "model_a", "model_a": "a", "model_b": "b"}
                {"item": 1, "annotator": "b", "label": "a", "model_a": "a", "model_b": "b"}
                {"item": 1, "annotator": "c", "label": "model_a", "model_a": "a", "model_b": "b"}
                {"item": 2, "annotator": "a", "label": "b", "model_a": "b", "model_b": "c"}
                {"item": 2, "annotator": "b", "label": "tie", "model_a": "b", "model_b": "c"}
                {"item": 2, "annotator": "c", "label": "model_b", "model_a": "b", "model_b": "c"}
                """);
        JsonNode settled = json(
                        "agree", "battles.jsonl", "--rule", "peer-rank", "--first", "model_a", "--second", "model_b")
                .get("settled");
        // Round 1, all weights 1/3: a won 3 of 3, b 1.5 of 6, c 1.5 of 3. So b's own vote counts nothing at first, a's
        // most.
        assertThat(settled.get("weight").propertyNames()).containsExactly("a", "b", "c");
        assertThat(settled.get("weight").get("a").asDouble()).isGreaterThan(0.5);
        assertThat(settled.get("labels").get("2").asString()).isEqualTo("b");
    }

    @Test
    void scoresHaveMeansMediansAndCorrelations() throws IOException {
        shell.write("scores.jsonl", """
                {"item": "q1", "annotator": "ann", "score": 1, "gold": 1}
                {"item": "q1", "annotator": "bob", "score": 2.0, "gold": 1}
                {"item": "q2", "annotator": "ann", "score": 2, "gold": 3}
                {"item": "q2", "annotator": "bob", "score": 3, "gold": 3}
                {"item": "q3", "annotator": "ann", "score": 3, "gold": 2}
                {"item": "q3", "annotator": "bob", "score": 2, "gold": 2}
                {"item": "q4", "annotator": "ann", "score": 4, "gold": 4}
                {"item": "q4", "annotator": "bob", "score": -1, "gold": 4}
                """);
        JsonNode report = json("agree", "scores.jsonl", "--unreadable", "-1", "--gold", "gold", "--rule", "median");
        assertThat(report.get("dimension").asString()).isEqualTo("ordinal");
        assertThat(report.get("settled").get("labels").toString())
                .isEqualTo("{\"q1\":\"1.5\",\"q2\":\"2.5\",\"q3\":\"2.5\",\"q4\":\"4\"}");
        // 1, 2, 3, 4 and 1, 3, 2, 4, as in CorrelationTest.
        JsonNode ann = report.get("gold").get("annotators").get(0).get("measures");
        assertThat(value(ann, "pearson-r")).isCloseTo(0.8, within(1e-15));
        assertThat(value(ann, "kendall-tau-b")).isCloseTo(4 / 6.0, within(1e-15));
        assertThat(ann.get("pearson-r").get("by").asString()).isEqualTo("fisher");
        JsonNode ratio = json("agree", "scores.jsonl", "--unreadable", "-1", "--dimension", "ratio");
        assertThat(ratio.get("together").propertyNames())
                .containsExactly("agreement-of-pairs", "krippendorff-alpha", "effective-votes");
        assertThat(ratio.get("guessed").asBoolean()).isFalse();
    }

    @Test
    void labelsInAnOrderAreOrdinal() throws IOException {
        shell.write("fair.csv", "ann,bob\nbad,fair\ngood,good\nfair,fair\ngood,fair\n");
        JsonNode report = json("agree", "fair.csv", "--order", "bad,fair,good");
        assertThat(report.get("dimension").asString()).isEqualTo("ordinal");
        assertThat(report.get("categories").findValuesAsString("category")).containsExactly("bad", "fair", "good");
        assertThat(report.get("pairs").get(0).get("measures").propertyNames())
                .containsExactly(
                        "agreement",
                        "kappa",
                        "linear-kappa",
                        "quadratic-kappa",
                        "pearson-r",
                        "spearman-rho",
                        "kendall-tau-b");
    }

    @Test
    void columnsMayHaveOtherNames() throws IOException {
        shell.write("long.tsv", "pair\tjudge\tverdict\np1\tann\ta\np1\tbob\ta\np2\tann\tb\np2\tbob\ta\n");
        JsonNode report = json("agree", "long.tsv", "--item", "pair", "--annotator", "judge", "--label", "verdict");
        assertThat(value(report.get("pairs").get(0).get("measures"), "agreement"))
                .isEqualTo(0.5);
        assertThat(report.get("dimension").asString()).isEqualTo("nominal");
    }

    @Test
    void levelAndResamplesMakeTheIntervals() {
        JsonNode narrow = json("agree", "ten.csv", "--level", "0.5", "--resamples", "200");
        JsonNode wide = json("agree", "ten.csv", "--level", "0.99");
        assertThat(narrow.get("level").asDouble()).isEqualTo(0.5);
        for (String name : List.of("agreement", "kappa")) {
            assertThat(width(narrow, name)).isLessThan(width(wide, name));
        }
        assertThat(shell.run("agree", "ten.csv", "--level", "0.5").out()).contains("value (50 % interval)");
    }

    private static double width(JsonNode report, String name) {
        JsonNode measure = report.get("pairs").get(0).get("measures").get(name);
        return measure.get("high").asDouble() - measure.get("low").asDouble();
    }

    @Test
    void standardInputIsReadToo() {
        shell.input = "ann,bob\na,a\na,b\n";
        assertThat(shell.run("agree", "-").out()).startsWith("standard input: 2 items, 2 annotators; 4 labels");
        shell.input = "{\"ann\": \"a\", \"bob\": \"a\"}\n{\"ann\": \"b\", \"bob\": null}\n";
        assertThat(shell.run("agree", "-").out()).contains("3 labels (0 ties), 1 missing");
    }

    @Test
    void whatCannotBeComputedSaysWhy() throws IOException {
        shell.write("same.csv", "ann,bob\na,a\na,a\n");
        assertThat(shell.run("agree", "same.csv").out())
                .contains("ann, bob  2  1.000 (0.342 to 1.000)  -\n")
                .endsWith("""

                        why there is no number:
                          Fleiss κ, all: all ratings are the same, so agreement by chance would be whole too
                          Krippendorff α, nominal, all: all values are the same, so agreement by chance would be whole too
                          effective votes, all: no two annotators have a correlation
                          κ, ann, bob: both always say a, so agreement by chance would be whole too
                        """);
        assertThat(json("agree", "same.csv")
                        .get("pairs")
                        .get(0)
                        .get("measures")
                        .get("kappa")
                        .toString())
                .isEqualTo("{\"absent\":\"both always say a, so agreement by chance would be whole too\"}");
    }
}
