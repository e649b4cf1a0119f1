package fellowship.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import fellowship.chat.ModelRef;
import fellowship.plan.DatasetType;
import fellowship.plan.Fingerprint;
import fellowship.plan.Plan;
import fellowship.plan.PlanTable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatasetCardTest {

    @TempDir
    Path folder;

    private static WrittenDataset written(Plan plan, String name, long rows) {
        ShapeContext context = ShapeContext.of(plan).stream()
                .filter(each -> each.output().name().equals(name))
                .findFirst()
                .orElseThrow();
        boolean single = context.output().type() == DatasetType.JSONL;
        return new WrittenDataset(
                context,
                new WrittenFile(name + "/train.jsonl", rows, rows * 100, "aa"),
                single ? Optional.empty() : Optional.of(new WrittenFile(name + "/full.jsonl", rows, rows * 900, "bb")));
    }

    private static CardFacts facts(Plan plan, String model, List<WrittenDataset> written) {
        return new CardFacts(
                plan,
                List.of(new InputFile("prompts.jsonl", 640, "cc", 6, 1)),
                List.of(
                        new CardFacts.Player(
                                "writer", "writer", ModelRef.parse(model), List.of("writer-7b"), spent(18)),
                        new CardFacts.Player(
                                "critic", "reviewer", ModelRef.parse(model), List.of("critic-7b"), spent(17))),
                new CardFacts.Funnel(
                        7, 4, 1, 2, 0, Map.of("loop: no gap of 1.0", 1L), Map.of("unreadable", 1L, "not-json", 1L)),
                new CardFacts.Spending(35, 4200, 1800, true, OptionalLong.of(1_710)),
                new Written(written, new WrittenFile("rejects.jsonl", 2, 300, "dd")),
                new Labels(6, 0, 0, 0, 0, 1),
                Map.of("dpo_set", new PairFacts(4, Optional.of(new Spread(1, 2.5, 4)), 3, 1)),
                List.of(new CardSection(
                        "Judges",
                        List.of(
                                new CardSection.Alarm("A worthless answer won."),
                                new CardSection.Text("Of critic|s <all>."),
                                CardSection.Table.of(1, List.of("judge", "n"), List.of(List.of("critic", "17"))),
                                new CardSection.Points(List.of("one", "two"))))),
                List.of("en"));
    }

    private static CardFacts.Spending spent(long answers) {
        return new CardFacts.Spending(answers, answers * 100, answers * 50, false, OptionalLong.empty());
    }

    private static CardFacts loop(String model) {
        Plan plan = Fixture.plan(true, DatasetType.DPO, DatasetType.JSONL, DatasetType.KTO);
        return facts(
                plan,
                model,
                List.of(written(plan, "dpo_set", 4), written(plan, "jsonl_set", 4), written(plan, "kto_set", 0)));
    }

    @Test
    void theCardIsAsItWasAgreed() throws IOException {
        try (InputStream golden = DatasetCardTest.class.getResourceAsStream("card.md")) {
            CardFacts facts = loop("openai:gpt-4o-mini");
            // How a plan is printed and digested is tested where it is done.
            String card = DatasetCard.of(facts)
                    .replace(Fingerprint.of(facts.plan()), "FINGERPRINT")
                    .replace(PlanTable.of(facts.plan()), "PLAN\n");
            assertThat(card).isEqualTo(new String(golden.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    @Test
    void theSameFactsGiveTheSameBytes() {
        DatasetCard.write(folder, loop("openai:gpt-4o-mini"));
        assertThat(folder.resolve("README.md")).content().isEqualTo(DatasetCard.of(loop("openai:gpt-4o-mini")));
    }

    @Test
    void theEmbeddedModelIsNoJudgeAndTheCardSaysSoFirst() {
        String card = DatasetCard.of(loop("embedded:smollm2"));
        assertThat(card.indexOf("**Not for training.** critic was played by the embedded model."))
                .isPositive()
                .isLessThan(card.indexOf("A writer and a critic take turns."));
        assertThat(DatasetCard.of(loop("openai:gpt-4o-mini"))).doesNotContain("Not for training");
    }

    @Test
    void aRunWithoutRowsHasNoConfigurations() {
        Plan plan = Fixture.plan(true, DatasetType.DPO);
        assertThat(DatasetCard.of(facts(plan, "a:b", List.of(written(plan, "dpo_set", 0)))))
                .doesNotContain("configs:")
                .doesNotContain("load_dataset")
                .contains("Without rows, and so not loadable: `dpo_set`.");
    }

    @Test
    void namesOfFullFilesNeverTakeADatasetsName() {
        Plan plan = Fixture.plan(true, DatasetType.DPO);
        WrittenDataset pairs = written(plan, "dpo_set", 1);
        ShapeContext other = new ShapeContext(
                Fixture.into(DatasetType.DPO, "dpo_set-full"), Fixture.TASK, false, false, true, "w", "f", 1);
        WrittenDataset taken = new WrittenDataset(other, new WrittenFile("x/train.jsonl", 1, 1, ""), Optional.empty());
        assertThat(FrontMatter.configs(new Written(List.of(pairs, taken), pairs.train())))
                .extracting(FrontMatter.Config::name)
                .containsExactly("dpo_set", "dpo_set-full");
    }

    @Test
    void whatScriptsAndModelsSayNeverBecomesMarkup() {
        assertThat(Markdown.text("a|b\n<img src=x> ![x](http://e.org/p.png) `c` *d* _e_ \\ & # ~"))
                .isEqualTo(
                        "a\\|b &lt;img src=x> \\!\\[x\\](http://e.org/p.png) \\`c\\` \\*d\\* \\_e\\_ \\\\ &amp; \\# \\~");
        assertThat(Markdown.code("text", "a\n```\nb")).isEqualTo("````text\na\n```\nb\n````\n");
    }

    @Test
    void yamlQuotesWhatCouldBeReadAsSomethingElse() {
        assertThat(Yaml.of(
                        Map.of("k", List.of("plain", "n<1K", "no", "1.5", "a: b", "", "two\nlines \"x\"", 3L, true))))
                .isEqualTo(
                        "k:\n- plain\n- \"n<1K\"\n- \"no\"\n- \"1.5\"\n- \"a: b\"\n- \"\"\n- \"two\\nlines \\\"x\\\"\"\n- 3\n- true\n");
        assertThat(Yaml.of(Map.of("a", Map.of("b", List.of(Map.of("c", List.of()), Map.of("d", Map.of()))))))
                .isEqualTo("a:\n  b:\n  - c: []\n  - d: {}\n");
    }
}
