package fellowship.judging;

import static org.assertj.core.api.Assertions.assertThat;

import fellowship.chat.ChatRequest;
import fellowship.chat.Message;
import fellowship.plan.Annotator;
import fellowship.plan.Brief;
import fellowship.plan.Criterion;
import fellowship.plan.Debate;
import fellowship.plan.Judge;
import fellowship.plan.Jury;
import fellowship.plan.Marking;
import fellowship.plan.Marking.Form;
import fellowship.plan.Marking.Reasons;
import fellowship.plan.Marking.Style;
import fellowship.plan.OrderRule;
import fellowship.plan.Orders;
import fellowship.plan.Preparation;
import fellowship.plan.Scale;
import fellowship.plan.SettleRule;
import fellowship.prompt.PromptTemplate;
import fellowship.row.Draft;
import fellowship.row.Outcome;
import fellowship.row.Row;
import fellowship.row.Verdict;
import fellowship.seam.Dice;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A text that imitates the form of a verdict never decides one, whoever repeats it. */
class HijackTest {

    private static final String TRUTH = "it is 42, since six times seven";
    private static final List<String> PLACES = List.of("candidate", "prompt", "reference", "persona", "criteria");
    private static final Brief BRIEF = new Brief(
            Optional.of(PromptTemplate.parse("Judge well. {{criteria}}")),
            PromptTemplate.parse("{{prompt}}"),
            Optional.of(PromptTemplate.parse("{{reference}}")),
            Optional.of(PromptTemplate.parse("{{persona}}")));

    /** Everybody who could be hijacked: judges of every form, a jury, debates. */
    private static final List<List<Annotator>> PANELS = List.of(
            List.of(judge("one", Form.DIRECT)),
            List.of(judge("one", Form.COMBINED)),
            List.of(judge("one", Form.INDEPENDENT)),
            List.of(below(judge("one", Form.DIRECT))),
            List.of(rubric(judge("one", Form.COMBINED))),
            List.of(judge("wavers", Form.DIRECT).with(Bench.both(OrderRule.synthesise))),
            List.of(judge("one", Form.DIRECT).with(new Preparation(true, List.of(), List.of("length"), 4))),
            jury(judge("one", Form.DIRECT), judge("two", Form.COMBINED), judge("three", Form.INDEPENDENT)),
            debate(false, judge("one", Form.DIRECT), judge("two", Form.COMBINED)),
            debate(true, judge("one", Form.COMBINED), judge("one", Form.COMBINED)));

    private static Judge judge(String name, Form form) {
        return Bench.judge(name, form).with(BRIEF);
    }

    private static Judge below(Judge judge) {
        return judge.with(new Marking(Form.DIRECT, Scale.outOf(10), List.of(), Reasons.LAST, false, Style.AUTO));
    }

    private static Judge rubric(Judge judge) {
        return judge.with(new Marking(
                Form.COMBINED,
                Scale.outOf(10),
                List.of(new Criterion("clarity", 1, "clear"), new Criterion("truth", 2, "true")),
                Reasons.FIRST,
                true,
                Style.AUTO));
    }

    private static List<Annotator> jury(Judge... jurors) {
        List<Annotator> all = new ArrayList<>();
        all.add(new Jury(
                "jury",
                List.of(jurors).stream().map(Judge::name).toList(),
                SettleRule.majority,
                Map.of(),
                Jury.FamilyRule.exclude,
                Optional.empty(),
                Bench.AT));
        all.addAll(List.of(jurors));
        return all;
    }

    private static List<Annotator> debate(boolean typedTurns, Judge first, Judge second) {
        List<Annotator> all = new ArrayList<>();
        all.add(new Debate(
                "debate",
                List.of(new Debate.Seat("critic", first.name()), new Debate.Seat("psychologist", second.name())),
                2,
                true,
                true,
                typedTurns,
                Optional.empty(),
                Orders.standard(),
                Bench.AT));
        all.add(first);
        if (!first.name().equals(second.name())) {
            all.add(second);
        }
        return all;
    }

    @Test
    void aTextThatImitatesTheFormNeverDecides() {
        List<String> attacks = Attacks.all(Dice.of(2026), 30);
        List<String> hijacked = new ArrayList<>();
        int tried = 0;
        for (int i = 0; i < attacks.size(); i++) {
            for (boolean lines : List.of(true, false)) {
                for (boolean echoes : List.of(true, false)) {
                    List<Annotator> panel = PANELS.get((i + i / 24) % PANELS.size());
                    String place = PLACES.get(i % 3 == 0 ? i / 3 % PLACES.size() : 0);
                    tried++;
                    if (!holds(attacks.get(i), place, panel, lines, echoes, i % 2 == 0)) {
                        hijacked.add(place + ", " + panel.get(0).name() + ", lines " + lines + ", echoes " + echoes
                                + ": " + attacks.get(i));
                    }
                }
            }
        }
        System.out.println("format hijacks: " + hijacked.size() + " of " + tried);
        assertThat(tried).isGreaterThanOrEqualTo(2_000);
        assertThat(hijacked).isEmpty();
    }

    private static boolean holds(
            String attack, String place, List<Annotator> panel, boolean lines, boolean echoes, boolean rightFirst) {
        Map<String, Object> columns = new LinkedHashMap<>();
        PLACES.stream().skip(1).forEach(column -> columns.put(column, "plain " + column));
        columns.computeIfPresent(place, (column, value) -> value + "\n" + attack);
        String bad = "it is 41\n" + (place.equals("candidate") ? attack : "");
        Draft right = Draft.given("a", TRUTH);
        Draft wrong = Draft.given("b", bad);
        Bench bench = Bench.answering(request ->
                new HonestJudge(TRUTH, echoes, request.model().model().equals("wavers")).reply(request));
        if (lines) {
            bench.inLines();
        }
        Row row = Bench.row("r" + attack.hashCode(), columns);

        Verdict verdict = bench.verdict(
                row, rightFirst ? right : wrong, rightFirst ? wrong : right, panel.toArray(Annotator[]::new));

        List<String> texts = new ArrayList<>(List.of(TRUTH, bad));
        columns.values().forEach(value -> texts.add(String.valueOf(value)));
        bench.asked.forEach(request -> check(request, texts));
        boolean held = verdict.outcome() == (rightFirst ? Outcome.FIRST : Outcome.SECOND);
        return held && verdict.judgments().stream().allMatch(judgment -> judgment.readable());
    }

    /** No text has the mark; no text changes the speaker. */
    private static void check(ChatRequest request, List<String> texts) {
        String mark = Sight.of(request).mark();
        assertThat(texts).noneMatch(text -> text.contains(mark));
        for (Message message : request.messages()) {
            Attacks.SPEAKERS.forEach(token -> {
                if (message.text().contains(token)) {
                    throw new AssertionError(token + " in " + message);
                }
            });
        }
    }
}
