package fellowship.engine;

import fellowship.chat.Finish;
import fellowship.judging.Families;
import fellowship.plan.Gate;
import fellowship.plan.Sift;
import fellowship.quality.Ending;
import fellowship.quality.Languages;
import fellowship.quality.Likeness;
import fellowship.quality.PersonalData;
import fellowship.quality.Residue;
import fellowship.quality.Secrets;
import fellowship.row.Draft;
import fellowship.row.Preference;
import fellowship.row.Reply;
import fellowship.row.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import reactor.core.publisher.Mono;

/**
 * Texts that fail a test of quality are taken out: of plain rows the row, of pairs the pair, of drafts the draft, and the row
 * too when fewer than two of its drafts are left of two or more. The rule tells which test failed, on what and why.
 */
final class GatesRunner implements StepRunner<Sift.Gates> {

    private final Benchmarks benchmarks;

    GatesRunner(Benchmarks benchmarks) {
        this.benchmarks = benchmarks;
    }

    @Override
    public Mono<StepResult> run(Sift.Gates step, Row row) {
        return Mono.fromSupplier(() -> gated(step, row));
    }

    private StepResult gated(Sift.Gates step, Row row) {
        if (row.preference().isPresent() && step.columns().isEmpty()) {
            return pair(step, row, row.preference().get());
        }
        if (!step.columns().isEmpty()) {
            for (String column : step.columns()) {
                Object text = row.columns().get(column);
                Optional<String> rule = failed(step.gates(), text == null ? "" : text.toString());
                if (rule.isPresent()) {
                    return new StepResult.Left(rule.get() + " (" + column + ")");
                }
            }
            return StepResult.of(row);
        }
        return drafts(step, row);
    }

    private StepResult drafts(Sift.Gates step, Row row) {
        Optional<String> task = task(step.gates(), row);
        if (task.isPresent()) {
            return new StepResult.Left(task.get());
        }
        List<Draft> good = new ArrayList<>();
        List<String> rules = new ArrayList<>();
        for (Draft draft : row.drafts()) {
            failed(step.gates(), draft).ifPresentOrElse(rules::add, () -> good.add(draft));
        }
        int needed = Math.min(2, row.drafts().size());
        if (good.size() < needed || good.isEmpty()) {
            return new StepResult.Left(rules.isEmpty() ? "no drafts" : rules.get(0));
        }
        return rules.isEmpty() ? StepResult.of(row) : new StepResult.Thinned(row.withDrafts(good), rules);
    }

    private StepResult pair(Sift.Gates step, Row row, Preference pair) {
        return task(step.gates(), row)
                .or(() -> failed(step.gates(), pair.chosen()).map(rule -> rule + " (chosen)"))
                .or(() -> failed(step.gates(), pair.rejected()).map(rule -> rule + " (rejected)"))
                .or(() -> step.gates().stream()
                        .flatMap(gate -> together(gate, row, pair).stream())
                        .findFirst())
                .<StepResult>map(StepResult.Left::new)
                .orElseGet(() -> StepResult.of(row));
    }

    /** A task out of a benchmark is no task to train on, whatever the answers are. */
    private Optional<String> task(List<Gate> gates, Row row) {
        return gates.stream()
                .filter(Gate.Benchmarks.class::isInstance)
                .flatMap(gate -> row.columns().entrySet().stream()
                        .filter(column -> column.getValue() instanceof String)
                        .filter(column ->
                                fails(gate, column.getValue().toString()).isPresent())
                        .map(column -> gate.rule() + " (" + column.getKey() + ")"))
                .findFirst();
    }

    private Optional<String> failed(List<Gate> gates, Draft draft) {
        for (Gate gate : gates) {
            boolean cut = gate instanceof Gate.Whole && unfinished(draft);
            Optional<String> why = cut ? Optional.of("") : fails(gate, draft.text());
            if (why.isPresent()) {
                return Optional.of(rule(gate, why.get()));
            }
        }
        return Optional.empty();
    }

    private Optional<String> failed(List<Gate> gates, String text) {
        return gates.stream()
                .flatMap(gate -> fails(gate, text).map(why -> rule(gate, why)).stream())
                .findFirst();
    }

    private static String rule(Gate gate, String why) {
        return why.isEmpty() ? gate.rule() : gate.rule() + ": " + why;
    }

    private static boolean unfinished(Draft draft) {
        return draft.reply()
                .map(reply -> reply.completion().finish())
                .filter(finish -> finish == Finish.LENGTH || finish == Finish.FILTER || finish == Finish.UNKNOWN)
                .isPresent();
    }

    /** Why one text fails, in a word or two; empty words where the gate's name says it. */
    private Optional<String> fails(Gate gate, String text) {
        if (gate instanceof Gate.Length length) {
            return length(length, text);
        }
        if (gate instanceof Gate.Residue) {
            return Residue.in(text);
        }
        if (gate instanceof Gate.Whole) {
            return Ending.cutOff(text) ? Optional.of("") : Optional.empty();
        }
        if (gate instanceof Gate.Language language) {
            return Languages.otherThan(language.codes(), text);
        }
        if (gate instanceof Gate.PersonalData) {
            return PersonalData.in(text);
        }
        if (gate instanceof Gate.Secrets) {
            return Secrets.in(text);
        }
        if (gate instanceof Gate.Benchmarks known) {
            return benchmarks.of(known).with(text).map(run -> "");
        }
        return Optional.empty();
    }

    private static Optional<String> length(Gate.Length bounds, String text) {
        int length = length(text);
        if (bounds.min().isPresent() && length < bounds.min().getAsInt()) {
            return Optional.of("too short");
        }
        return bounds.max().isPresent() && length > bounds.max().getAsInt()
                ? Optional.of("too long")
                : Optional.empty();
    }

    private static int length(String text) {
        String stripped = text.strip();
        return stripped.codePointCount(0, stripped.length());
    }

    /** Why the two texts of a pair fail together. */
    private static Optional<String> together(Gate gate, Row row, Preference pair) {
        if (gate instanceof Gate.Length bounds && bounds.ratio().isPresent()) {
            double chosen = Math.max(1, length(pair.chosen().text()));
            double rejected = Math.max(1, length(pair.rejected().text()));
            double ratio = Math.max(chosen, rejected) / Math.min(chosen, rejected);
            return ratio > bounds.ratio().getAsDouble() ? Optional.of("length: ratio") : Optional.empty();
        }
        if (gate instanceof Gate.Apart apart) {
            double alike =
                    Likeness.ofWords(pair.chosen().text(), pair.rejected().text());
            return alike > apart.most() ? Optional.of(gate.rule()) : Optional.empty();
        }
        return gate instanceof Gate.OwnFamily && ownFamily(row, pair) ? Optional.of(gate.rule()) : Optional.empty();
    }

    private static boolean ownFamily(Row row, Preference pair) {
        Optional<String> writer = pair.chosen().reply().map(GatesRunner::family);
        Set<String> judges = Stream.of(
                        row.verdict().stream().flatMap(verdict -> verdict.judgments().stream()),
                        row.rankings().stream(),
                        pair.chosen().judgments().stream())
                .flatMap(judgments -> judgments)
                .flatMap(judgment -> judgment.replies().stream())
                .map(GatesRunner::family)
                .collect(Collectors.toSet());
        pair.chosen().critiques().forEach(critique -> judges.add(family(critique.reply())));
        return writer.filter(judges::contains).isPresent();
    }

    private static String family(Reply reply) {
        return Families.of(reply.model().model());
    }
}
