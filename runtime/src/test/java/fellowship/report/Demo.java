package fellowship.report;

import fellowship.chat.ModelRef;
import fellowship.dataset.CardFacts;
import fellowship.dataset.DatasetWriter;
import fellowship.dataset.InputFile;
import fellowship.dataset.LabelTally;
import fellowship.dataset.RowShape;
import fellowship.dataset.ShapeContext;
import fellowship.dataset.Shaped;
import fellowship.dataset.Written;
import fellowship.engine.Rejection;
import fellowship.engine.RowResult;
import fellowship.people.People;
import fellowship.plan.Agreement;
import fellowship.plan.DatasetType;
import fellowship.plan.Debate;
import fellowship.plan.Judge;
import fellowship.plan.Jury;
import fellowship.plan.Leaf;
import fellowship.plan.OrderRule;
import fellowship.plan.Orders;
import fellowship.plan.Plan;
import fellowship.plan.SettleRule;
import fellowship.plan.Step;
import fellowship.row.Draft;
import fellowship.row.Judgment;
import fellowship.row.Outcome;
import fellowship.row.Plant;
import fellowship.row.Row;
import fellowship.row.Turn;
import fellowship.row.Verdict;
import fellowship.row.Vote;
import fellowship.seam.Dice;
import fellowship.tally.AgreementFigures;
import fellowship.tally.Rows;
import fellowship.tally.Tally;
import fellowship.tally.TallyFigures;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;

/** A run with all that a report can show, made by dice: three judges with known faults, a jury, a debate, an agreement. */
final class Demo {

    static final String CANARY =
            "</pre></script><script>document.title='canary'</script><img src=x onerror=\"document.title='canary'\">";

    private static final List<String> JUDGES = List.of("strict", "helpful", "terse");
    private static final Map<String, String> MODELS =
            Map.of("strict", "gpt-4o-mini", "helpful", "claude-haiku-4", "terse", "llama-3.1-8b");
    private static final List<String> PERSONAS = List.of("general public", "psychologist", "critic");

    private final Dice dice = Dice.of(11);

    private Demo() {}

    /** What was written. */
    record Made(Plan plan, CardFacts facts, TallyFigures figures, List<AgreementFigures> agreements, RowSample rows) {}

    static Plan plan() {
        Judge strict = Rows.judge("strict").withPlants(0.1);
        Judge helpful = Rows.judge("helpful").withPlants(0.1);
        Judge terse = Rows.judge("terse").with(new Orders(true, OrderRule.consistent));
        Jury panel = new Jury(
                "panel",
                JUDGES,
                SettleRule.majority,
                Map.of(),
                Jury.FamilyRule.warn,
                Optional.of(new Jury.Sequence(OptionalDouble.empty())),
                Rows.AT);
        Debate bench = new Debate(
                "bench",
                List.of(
                        new Debate.Seat(PERSONAS.get(0), "strict"),
                        new Debate.Seat(PERSONAS.get(1), "helpful"),
                        new Debate.Seat(PERSONAS.get(2), "terse")),
                2,
                true,
                false,
                false,
                Optional.empty(),
                Orders.standard(),
                Rows.AT);
        Step.Agree agree = new Step.Agree(
                "agree",
                List.of("by-strict", "by-panel", "by-bench"),
                "agreement",
                new Agreement(
                        Optional.of(new Leaf<>(
                                "it.human",
                                "d",
                                row -> Optional.of(row.columns().getOrDefault("human", "tie")))),
                        List.of(),
                        0.95,
                        OptionalInt.of(200)),
                Rows.AT);
        return Rows.plan(
                List.of(strict, helpful, terse, panel, bench),
                Rows.compare("strict"),
                Rows.compare("panel"),
                Rows.compare("bench"),
                agree,
                new Step.Into("out", "by-panel", DatasetType.DPO, "pairs", OptionalDouble.empty(), Rows.AT));
    }

    static Made write(Path folder, int rows) {
        Demo demo = new Demo();
        Plan plan = plan();
        Tally tally = new Tally(plan);
        RowSample sample = new RowSample(plan.seed());
        LabelTally labels = new LabelTally();
        long emitted = 0;
        long rejected = 0;
        List<AgreementFigures> agreed = new ArrayList<>();
        List<ShapeContext> contexts = ShapeContext.of(plan);
        try (AgreementFiles agreement =
                        new AgreementFiles(folder, plan, plan.agreements().get(0), People.none());
                DatasetWriter writer = DatasetWriter.create(folder, contexts)) {
            for (int i = 0; i < rows; i++) {
                RowResult result = i % 37 == 36 ? demo.failed(i) : demo.result(plan, i);
                tally.take(result);
                sample.take(result, result.emissions().isEmpty() ? Set.of() : Set.of("pairs"), Set.of());
                agreement.take(result);
                boolean written = false;
                for (RowResult.Emission emission : result.emissions()) {
                    for (Shaped shaped : RowShape.of(DatasetType.DPO).shape(emission.row(), contexts.get(0))) {
                        if (shaped instanceof Shaped.Line line) {
                            writer.write("pairs", line);
                            labels.line(emission.output(), emission.row());
                            written = true;
                        }
                    }
                }
                emitted += written || !result.annotations().isEmpty() ? 1 : 0;
                rejected += result.rejections().isEmpty() ? 0 : 1;
            }
            agreed.add(agreement.commit().figures());
            Written all = writer.commit();
            TallyFigures figures = tally.figures();
            CardFacts facts = facts(plan, all, labels, figures, agreed, rows, emitted, rejected);
            return new Made(plan, facts, figures, agreed, sample);
        }
    }

    private static CardFacts facts(
            Plan plan,
            Written all,
            LabelTally labels,
            TallyFigures figures,
            List<AgreementFigures> agreed,
            long rows,
            long emitted,
            long rejected) {
        List<CardFacts.Player> players = JUDGES.stream()
                .map(judge -> new CardFacts.Player(
                        judge,
                        "judge",
                        new ModelRef("local", MODELS.getOrDefault(judge, "")),
                        List.of(MODELS.getOrDefault(judge, "")),
                        new CardFacts.Spending(4 * rows, 900L * rows, 120L * rows, false, OptionalLong.of(190 * rows))))
                .toList();
        return new CardFacts(
                plan,
                List.of(new InputFile("items.jsonl", 4000, "ab".repeat(32), rows, 0)),
                players,
                new CardFacts.Funnel(
                        rows,
                        emitted,
                        rows - emitted - rejected,
                        rejected,
                        0,
                        Map.of("pairs: tie", 9L),
                        Map.of("unreadable", rejected)),
                new CardFacts.Spending(12 * rows, 2700L * rows, 360L * rows, false, OptionalLong.of(570 * rows)),
                all,
                labels.labels(),
                labels.pairs("pairs").map(pairs -> Map.of("pairs", pairs)).orElse(Map.of()),
                Report.sections(plan, figures, agreed),
                List.of());
    }

    private RowResult failed(int i) {
        return Rows.rejected(Rows.row(i), "by-strict", "unreadable", "c1", "c2");
    }

    private double chance(String name, int row) {
        return dice.split(name).split("row " + row).below(10_000) / 10_000.0;
    }

    private RowResult result(Plan plan, int i) {
        boolean firstIsGpt = chance("writer", i) < 0.5;
        String longer = "Because air scatters short waves of light more than long ones. "
                .repeat(1 + (int) (chance("l", i) * 6));
        String shorter = "Light scatters. ".repeat(1 + (int) (chance("s", i) * 9));
        Draft first = Rows.written(
                "d1", firstIsGpt ? "plain" : "vivid", firstIsGpt ? "gpt-4o-mini" : "qwen2.5-7b", longer + i);
        Draft second = Rows.written(
                "d2",
                firstIsGpt ? "vivid" : "plain",
                firstIsGpt ? "qwen2.5-7b" : "gpt-4o-mini",
                shorter + i + (i % 40 == 3 ? CANARY : ""));
        double quality = chance("quality", i) - 0.5;
        Row row = Rows.row(i)
                .withColumns(Map.of(
                        "id",
                        "q" + i,
                        "prompt",
                        "Question " + i + ": why is the sky blue?",
                        "human",
                        quality > 0 ? "a" : "b"));
        row = row.withDrafts(List.of(first, second));
        double gap = (longer.length() - shorter.length()) / 900.0;
        List<Vote> votes = new ArrayList<>();
        List<Judgment> judgments = new ArrayList<>();
        List<Verdict> alone = new ArrayList<>();
        for (String judge : JUDGES) {
            Verdict verdict = judged(judge, i, first, second, quality, gap, firstIsGpt);
            alone.add(verdict);
            votes.addAll(verdict.votes());
            judgments.addAll(verdict.judgments());
        }
        boolean settled = votes.get(0).outcome() == votes.get(1).outcome();
        Outcome jury = settled ? votes.get(0).outcome() : votes.get(2).outcome();
        Verdict panel = new Verdict(
                "panel",
                first,
                second,
                jury,
                jury == Outcome.TIE ? 0 : 0.33,
                false,
                judgments.subList(0, settled ? 4 : 6),
                votes.subList(0, settled ? 2 : 3),
                List.of(),
                settled ? List.of(new Verdict.Spared("terse", "settled")) : List.of(),
                plants(i, first));
        Verdict bench = debate(i, first, second, votes, jury);
        Step.Compare byStrict = Rows.compare("strict");
        Step.Compare byPanel = Rows.compare("panel");
        Step.Compare byBench = Rows.compare("bench");
        Step.Agree agree = plan.agreements().get(0);
        return new RowResult(
                row.sample(),
                List.of(new RowResult.Emission(plan.outputs().get(0), row.withVerdict(panel))),
                List.of(
                        new RowResult.Judged(byStrict, row.withVerdict(alone.get(0))),
                        new RowResult.Judged(byPanel, row.withVerdict(panel)),
                        new RowResult.Judged(byBench, row.withVerdict(bench))),
                List.of(),
                List.of(),
                List.of(
                        new RowResult.Annotation(agree, byStrict.id(), row.withVerdict(alone.get(0))),
                        new RowResult.Annotation(agree, byPanel.id(), row.withVerdict(panel)),
                        new RowResult.Annotation(agree, byBench.id(), row.withVerdict(bench))),
                panel.tie() ? List.of(new RowResult.Leaving("pairs", "tie")) : List.of(),
                List.<Rejection>of());
    }

    private Verdict judged(
            String judge, int i, Draft first, Draft second, double quality, double gap, boolean firstIsGpt) {
        double own = judge.equals("strict") ? (firstIsGpt ? 0.12 : -0.12) : 0;
        double lean = quality + (judge.equals("helpful") ? 0.8 * gap : 0) + own + 0.5 * (chance(judge, i) - 0.5);
        double place = judge.equals("terse") ? 0.18 : 0.03;
        Judgment straight = scores(judge, i, lean + place, false);
        Judgment exchanged = scores(judge, i, lean - place, true);
        Outcome one = outcome(straight);
        Outcome other = outcome(exchanged);
        boolean flipped = one != other && one != Outcome.TIE && other != Outcome.TIE;
        Outcome outcome = one == other ? one : Outcome.TIE;
        return Verdict.of(
                judge,
                first,
                second,
                outcome,
                outcome == Outcome.TIE ? 0 : 1 + Math.round(4 * Math.abs(lean)),
                flipped,
                List.of(straight, exchanged));
    }

    private Judgment scores(String judge, int i, double lean, boolean swapped) {
        String call = judge + i + swapped;
        double base = 5 + Math.round(2 * chance("base", i));
        double gap = Math.round(6 * lean);
        Judgment said = Rows.said(
                judge,
                MODELS.getOrDefault(judge, ""),
                new Judgment.Scores(clamp(base + gap / 2), clamp(base - gap / 2)),
                swapped,
                call);
        return new Judgment(
                judge,
                said.opinion(),
                swapped,
                0,
                "The " + (lean > 0 ? "first" : "second") + " explains the cause.",
                OptionalDouble.of(Math.min(0.99, 0.5 + Math.abs(lean))),
                said.parts(),
                said.deliberation(),
                said.replies());
    }

    private static double clamp(double score) {
        return Math.max(0, Math.min(10, Math.floor(score)));
    }

    private static Outcome outcome(Judgment judgment) {
        Judgment.Scores scores = (Judgment.Scores) judgment.opinion();
        return scores.first() > scores.second()
                ? Outcome.FIRST
                : scores.first() < scores.second() ? Outcome.SECOND : Outcome.TIE;
    }

    private List<Plant> plants(int i, Draft against) {
        if (chance("plant", i) > 0.1) {
            return List.of();
        }
        String judge = chance("who", i) < 0.5 ? "strict" : "helpful";
        boolean fooled = judge.equals("helpful") && chance("fooled", i) < 0.3;
        return List.of(new Plant(
                judge,
                chance("kind", i) < 0.5 ? "null-answer" : "opener",
                fooled ? Outcome.FIRST : Outcome.SECOND,
                List.of()));
    }

    private Verdict debate(int i, Draft first, Draft second, List<Vote> blind, Outcome majority) {
        List<Vote> votes = new ArrayList<>();
        List<Turn> turns = new ArrayList<>();
        for (int seat = 0; seat < JUDGES.size(); seat++) {
            String name = JUDGES.get(seat) + " as " + PERSONAS.get(seat);
            votes.add(new Vote(name, Vote.Stage.BLIND, blind.get(seat).outcome(), 1, false));
            turns.add(new Turn(
                    name,
                    false,
                    1,
                    "I lean this way, for the cause is named.",
                    Optional.of(blind.get(seat).outcome()),
                    Rows.reply(JUDGES.get(seat), MODELS.getOrDefault(JUDGES.get(seat), ""), "…", "t" + i + seat)));
        }
        for (int seat = 0; seat < JUDGES.size(); seat++) {
            String name = JUDGES.get(seat) + " as " + PERSONAS.get(seat);
            boolean persuaded = chance("persuaded " + seat, i) < 0.6;
            votes.add(new Vote(
                    name,
                    Vote.Stage.CLOSING,
                    persuaded ? majority : blind.get(seat).outcome(),
                    1,
                    false));
        }
        return new Verdict(
                "bench",
                first,
                second,
                majority,
                majority == Outcome.TIE ? 0 : 0.5,
                false,
                List.of(),
                votes,
                turns,
                List.of(),
                List.of());
    }
}
