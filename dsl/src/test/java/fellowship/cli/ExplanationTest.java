package fellowship.cli;

import static org.assertj.core.api.Assertions.assertThat;

import fellowship.run.Ledger;
import fellowship.run.RunReport;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

class ExplanationTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @TempDir
    private Path folder;

    @Test
    void aDebateIsToldInTheOrderInWhichItWasHeld() {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("row_id", "q1");
        line.put("origin", "items.jsonl:1");
        line.put("lineage", """
                {"drafts":[],"verdict":{"by":"bench","candidates":["a","b"],"outcome":"first","margin":0.5,"flipped":false,
                "votes":[{"annotator":"one as critic","stage":"blind","outcome":"second","margin":1.0,"flipped":true},
                {"annotator":"one as critic","stage":"closing","outcome":"first","margin":1.0,"flipped":false}],
                "turns":[{"speaker":"one as critic","round":1,"order":["b","a"],"text":"I lean to a.\\u001b[2J","leaning":"first"}],
                "spared":[{"juror":"two","why":"settled"},{"juror":"three","why":"own-family"}],
                "judgments":[{"annotator":"one","swapped":true,"choice":"first","certainty":0.8,"order":["b","a"],
                "parts":{"clarity":{"scores":[8.0,5.0]}},"own_answer":"Air.","rationale":"Clear."}]}}""");
        assertThat(Explanation.of("pairs/full.jsonl", JSON.valueToTree(line))).isEqualTo("""
                pairs/full.jsonl, row q1 of items.jsonl:1
                verdict of bench on a and b: first, margin 0.5
                  vote of one as critic: second, margin 1.0, its two orders disagree
                  round 1, one as critic, shown b then a, leaning first
                    I lean to a.\ufffd[2J
                  vote of one as critic after the talk: first, margin 1.0
                  not asked: two, since the verdict was settled
                  not asked: three, since an answer is of its own model family
                  judgment by one, shown b then a, choice first, certainty 0.8
                    its own answer: Air.
                    clarity: [8.0,5.0]
                    Clear.

                """);
    }

    @Test
    void theAgreementOfARunIsATable() throws Exception {
        Files.createDirectories(folder.resolve("agreement"));
        Files.writeString(folder.resolve("agreement/agreement.json"), """
                {"name": "agreement", "measures": [
                {"measure": "κ", "annotators": ["one", "two"], "items": 12, "value": 0.5, "low": 0.1, "high": 0.9,
                 "few_items": true},
                {"measure": "accuracy", "annotators": ["gold", "one"], "items": 0, "why_none": "no item has both"}]}""");
        RunReport report = new RunReport(
                folder,
                RunReport.Ending.DONE,
                new Ledger(12, 12, 0, 0, 0, Map.of(), Map.of()),
                List.of(new RunReport.Output(
                        "agreement", RunReport.AGREEMENT, folder.resolve("agreement/annotations.jsonl"), 24)),
                0,
                0,
                0,
                0,
                0,
                Optional.empty());
        assertThat(AgreementSummary.of(report)).isEqualTo("""
                agreement  annotators  value                           items
                ---------  ----------  ------------------------------  -----
                κ          one, two    0.50 (0.10 to 0.90), few items  12
                accuracy   gold, one   none: no item has both          0
                """);
    }
}
