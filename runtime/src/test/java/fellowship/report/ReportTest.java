package fellowship.report;

import static org.assertj.core.api.Assertions.assertThat;

import fellowship.chat.ModelRef;
import fellowship.dataset.CardFacts;
import fellowship.dataset.CardSection;
import fellowship.dataset.DatasetCard;
import fellowship.dataset.Labels;
import fellowship.dataset.Written;
import fellowship.dataset.WrittenFile;
import fellowship.plan.Plan;
import fellowship.tally.Rows;
import fellowship.tally.Share;
import fellowship.tally.Tally;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportTest {

    @TempDir
    private Path folder;

    private static String page(Demo.Made made) {
        return Report.of(made.facts(), made.figures(), made.agreements(), made.rows());
    }

    @Test
    void theSameRunGivesTheSameBytes() {
        String one = page(Demo.write(folder.resolve("one"), 120));
        String two = page(Demo.write(folder.resolve("two"), 120));
        assertThat(one).isEqualTo(two);
        assertThat(folder.resolve("one/agreement/annotations.jsonl"))
                .hasSameBinaryContentAs(folder.resolve("two/agreement/annotations.jsonl"));
        assertThat(folder.resolve("one/agreement/agreement.json"))
                .hasSameBinaryContentAs(folder.resolve("two/agreement/agreement.json"));
    }

    @Test
    void everythingThatWasMeasuredIsOnThePageAndOnTheCard() {
        Demo.Made made = Demo.write(folder, 120);
        String page = page(made);
        String card = DatasetCard.of(made.facts());
        for (String title : List.of(
                "Agreement: agreement",
                "Judges",
                "Agreement between judges",
                "Juries",
                "Debates",
                "Place",
                "Length",
                "Who wins before whom",
                "Planted answers",
                "Scores",
                "What was not checked")) {
            assertThat(page).contains("<h2>" + title + "</h2>");
            assertThat(card).contains("### " + title + "\n");
        }
        assertThat(page).contains("<strong>Alarm.</strong> helpful preferred a worthless answer");
        assertThat(card).contains("> **ALARM.** helpful preferred a worthless answer");
        assertThat(card).contains("No worthless answers were planted for terse");
    }

    @Test
    void whatAModelSaysNeverBecomesMarkup() {
        String page = page(Demo.write(folder, 120));
        assertThat(page).contains("&lt;script&gt;document.title=&#39;canary&#39;&lt;/script&gt;");
        assertThat(page).doesNotContain("<script>document.title").doesNotContain("<img");
        assertThat(page.split("<script>", -1)).as("one script, ours").hasSize(2);
        assertThat(page).doesNotContain(" style=\"").doesNotContain("http://").doesNotContain("https://");
        assertThat(Html.text("<a href=\"x\" title='y'>&\u0000\ud800"))
                .isEqualTo("&lt;a href=&quot;x&quot; title=&#39;y&#39;&gt;&amp;\ufffd\ufffd");
    }

    @Test
    void aRunWithoutAnyJudgeHasAPageToo() {
        Plan plan = Rows.plan(List.of());
        CardFacts facts = new CardFacts(
                plan,
                List.of(),
                List.of(new CardFacts.Player(
                        "writer",
                        "writer",
                        ModelRef.parse("a:b"),
                        List.of("b"),
                        new CardFacts.Spending(1, 10, 20, false, OptionalLong.empty()))),
                new CardFacts.Funnel(1, 1, 0, 0, 0, Map.of(), Map.of()),
                new CardFacts.Spending(1, 10, 20, false, OptionalLong.empty()),
                new Written(List.of(), new WrittenFile("rejects.jsonl", 0, 0, "")),
                new Labels(1, 0, 0, 0, 0, 0),
                Map.of(),
                List.of(),
                List.of());
        RowSample sample = new RowSample(1);
        sample.take(Rows.judged(Rows.row(0)), Set.of("out"), Set.of());
        String page = Report.of(facts, new Tally(plan).figures(), List.of(), sample);
        assertThat(page).contains("What became of the rows", "Question 0?", "Came to out.");
        assertThat(page).doesNotContain("What was not checked");
        assertThat(Report.sections(plan, new Tally(plan).figures(), List.of())).isEmpty();
    }

    @Test
    void aSampleIsDrawnBySeedAndBounded() {
        RowSample one = new RowSample(1);
        RowSample again = new RowSample(1);
        RowSample other = new RowSample(2);
        for (int i = 0; i < 1000; i++) {
            one.take(Rows.judged(Rows.row(i)), Set.of(), Set.of());
            again.take(Rows.judged(Rows.row(999 - i)), Set.of(), Set.of());
            other.take(Rows.judged(Rows.row(i)), Set.of(), Set.of());
        }
        assertThat(one.rows()).hasSize(RowSample.MOST).isEqualTo(again.rows()).isNotEqualTo(other.rows());
        assertThat(one.rows()).extracting(Sampled::ordinal).isSorted();
        // A fair sample of 0 to 999 has its mean near 500: three standard errors are 61.
        assertThat(one.rows().stream().mapToLong(Sampled::ordinal).average().orElse(0))
                .isBetween(438.0, 561.0);
    }

    @Test
    void aDotPlotIsAsItWasAgreed() {
        assertThat(DotPlot.shares("Wins", OptionalDouble.of(0.5))
                        .add("a <b>", new Share(3, 4))
                        .svg()
                        .orElseThrow())
                .isEqualTo(
                        "<svg role=\"img\" viewBox=\"0 0 660 74\" width=\"660\" height=\"74\"><title>Wins</title>"
                                + "<desc>a &lt;b&gt;: 75.0 % (30.1–95.4).</desc>"
                                + "<text class=\"head\" text-anchor=\"start\" x=\"0\" y=\"14\">Wins</text>"
                                + grid("215", "0 %")
                                + grid("280", "25 %")
                                + grid("345", "50 %")
                                + grid("410", "75 %")
                                + grid("475", "100 %")
                                + "<line class=\"reference\" x1=\"345\" y1=\"22\" x2=\"345\" y2=\"56\"/>"
                                + "<text class=\"label\" text-anchor=\"end\" x=\"203\" y=\"43\">a &lt;b&gt;</text>"
                                + "<line class=\"whisker\" x1=\"293.17\" y1=\"39\" x2=\"463.15\" y2=\"39\"/>"
                                + "<line class=\"whisker\" x1=\"293.17\" y1=\"35\" x2=\"293.17\" y2=\"43\"/>"
                                + "<line class=\"whisker\" x1=\"463.15\" y1=\"35\" x2=\"463.15\" y2=\"43\"/>"
                                + "<circle class=\"dot\" cx=\"410\" cy=\"39\" r=\"5\"/>"
                                + "<text class=\"value\" text-anchor=\"start\" x=\"499\" y=\"43\">75.0 % (30.1–95.4)</text></svg>");
        assertThat(DotPlot.shares("none", OptionalDouble.empty()).svg()).isEmpty();
    }

    private static String grid(String x, String tick) {
        return "<line class=\"grid\" x1=\"" + x + "\" y1=\"26\" x2=\"" + x + "\" y2=\"52\"/>"
                + "<text class=\"tick\" text-anchor=\"middle\" x=\"" + x + "\" y=\"67\">" + tick + "</text>";
    }

    @Test
    void tablesOnThePageHaveHeadsAndNumbersOnTheRight() {
        String page = new Page("t")
                .blocks(List.of(CardSection.Table.of(1, List.of("who", "n"), List.of(List.of("a&b", "1")))))
                .toString();
        assertThat(page).contains("<tr><th scope=\"row\">a&amp;b</th><td class=\"number\">1</td></tr>");
    }

    @Test
    void thePageIsWrittenWhole() {
        Demo.Made made = Demo.write(folder, 40);
        WrittenFile written = Report.write(folder, made.facts(), made.figures(), made.agreements(), made.rows());
        assertThat(written.path()).isEqualTo("report.html");
        assertThat(folder.resolve("report.html")).exists().hasSize(written.bytes());
        assertThat(Files.exists(folder.resolve("report.html.partial"))).isFalse();
    }
}
