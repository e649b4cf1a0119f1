package fellowship.tally;

import fellowship.engine.RowResult;
import fellowship.people.People;
import fellowship.plan.Agreement;
import fellowship.plan.Plan;
import fellowship.plan.Step;
import fellowship.row.Draft;
import fellowship.row.Judgment;
import fellowship.row.Outcome;
import fellowship.row.Row;
import fellowship.row.Verdict;
import fellowship.stats.AgreementLine;
import fellowship.stats.AgreementTable;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Collects what several annotators say of the same rows. A branch that ended since nothing of its annotator could be read
 * counts as unreadable for that annotator. One thread collects.
 */
public final class AgreementTally {

    private static final int RESAMPLES = 1000;

    private final Step.Agree step;
    private final PeopleLabels people;
    private final Map<String, Branches.Branch> branches;
    private final List<String> names = new ArrayList<>();
    private final LabelTable table;
    private final Map<String, Share> unreadable = new LinkedHashMap<>();
    private final Map<String, CertaintyTally> certainty = new LinkedHashMap<>();
    private final Consumer<Annotation> out;
    private long items;
    private long gold;
    private long longer;
    private long unequal;

    /** The same without people. */
    public AgreementTally(Plan plan, Step.Agree step, Consumer<Annotation> out) {
        this(plan, step, People.none(), out);
    }

    /**
     * @param people who judged pairs of these rows: annotators like the others, under their public names
     * @param out takes every annotation, in the order of the input
     */
    public AgreementTally(Plan plan, Step.Agree step, People people, Consumer<Annotation> out) {
        this.step = step;
        this.people = new PeopleLabels(people);
        this.branches = Branches.of(plan, step);
        this.out = out;
        branches.values().forEach(branch -> names.add(branch.name()));
        names.addAll(this.people.names());
        List<String> all = new ArrayList<>(names);
        all.add(Annotation.GOLD);
        this.table = new LabelTable(all);
    }

    /** What one item has, and the two texts where it is a pair. */
    private static final class Item {
        private final Map<String, Annotation> said = new LinkedHashMap<>();
        private Optional<Object> right = Optional.empty();
        private int difference;
    }

    /** A sample that came to its end. */
    public void take(RowResult result) {
        Map<String, Item> found = new LinkedHashMap<>();
        for (RowResult.Annotation annotation : result.annotations()) {
            Branches.Branch branch = branches.get(annotation.branch());
            if (annotation.agreement().id().equals(step.id()) && branch != null) {
                annotated(branch, annotation.row(), found);
            }
        }
        for (Branches.Branch branch : unread(result)) {
            if (found.isEmpty()) {
                found.put(result.sample().id(), new Item());
            }
            found.forEach((name, item) ->
                    item.said.putIfAbsent(branch.name(), Annotation.label(name, branch.name(), Annotation.UNREADABLE)));
        }
        found.forEach(this::end);
    }

    private List<Branches.Branch> unread(RowResult result) {
        return branches.values().stream()
                .filter(branch -> result.rejections().stream()
                        .anyMatch(rejection -> rejection.reason().equals("unreadable")
                                && rejection.step().equals(branch.judging().id())))
                .toList();
    }

    private void annotated(Branches.Branch branch, Row row, Map<String, Item> found) {
        if (branch.judging() instanceof Step.Compare) {
            row.verdict().ifPresent(verdict -> {
                Item item = found.computeIfAbsent(row.id(), id -> new Item());
                item.said.putIfAbsent(branch.name(), verdict(row.id(), branch.name(), verdict));
                people.of(row, verdict).forEach(label -> item.said.putIfAbsent(label.annotator(), label));
                item.difference = Lengths.of(verdict.first().text())
                        - Lengths.of(verdict.second().text());
                right(item, row);
            });
            return;
        }
        for (Draft draft : row.drafts()) {
            List<Judgment> judgments = draft.judgments().stream()
                    .filter(judgment -> judgment.annotator().equals(branch.annotator()))
                    .toList();
            String id = row.id() + "/" + draft.id();
            if (!judgments.isEmpty()) {
                Item item = found.computeIfAbsent(id, key -> new Item());
                OptionalDouble score = new Draft(draft.id(), draft.text(), draft.reply(), List.of(), judgments).score();
                item.said.putIfAbsent(
                        branch.name(),
                        score.isPresent()
                                ? Annotation.score(id, branch.name(), score.getAsDouble(), judgments)
                                : Annotation.label(id, branch.name(), Annotation.UNREADABLE));
                if (row.drafts().size() == 1) {
                    right(item, row);
                }
            }
        }
    }

    private static Annotation verdict(String id, String name, Verdict verdict) {
        String label = verdict.outcome() == Outcome.UNDECIDED
                ? Annotation.UNREADABLE
                : verdict.outcome().name().toLowerCase(Locale.ROOT);
        return new Annotation(
                id, name, Optional.of(label), OptionalDouble.empty(), verdict.flipped(), verdict.judgments());
    }

    /** A script's mistake in a single row must not end the whole run: that row has no known label. */
    private void right(Item item, Row row) {
        if (item.right.isEmpty() && step.settings().against().isPresent()) {
            try {
                item.right = step.settings().against().get().function().apply(row);
            } catch (RuntimeException e) {
                item.right = Optional.empty();
            }
        }
    }

    private void end(String id, Item item) {
        items++;
        boolean scored =
                item.said.values().stream().anyMatch(said -> said.score().isPresent());
        Optional<Annotation> right = item.right.flatMap(given -> scored && given instanceof Number number
                ? Optional.of(Annotation.score(id, Annotation.GOLD, number.doubleValue(), List.of()))
                : GoldLabel.of(given).map(label -> Annotation.label(id, Annotation.GOLD, label)));
        List<Annotation> all = new ArrayList<>();
        names.forEach(name -> Optional.ofNullable(item.said.get(name)).ifPresent(said -> {
            all.add(said);
            unreadable.merge(
                    name,
                    new Share(said.readable() ? 0 : 1, 1),
                    (a, b) -> new Share(a.hits() + b.hits(), a.of() + b.of()));
        }));
        right.ifPresent(known -> {
            gold++;
            known(known, item);
            all.add(known);
        });
        table.add(all);
        all.forEach(out);
    }

    private void known(Annotation known, Item item) {
        String label = known.label().orElse("");
        if (item.difference != 0 && !label.equals("tie") && !label.isEmpty()) {
            unequal++;
            longer += item.difference > 0 == label.equals("first") ? 1 : 0;
        }
        Set<String> calls = new HashSet<>();
        item.said.forEach((name, said) -> said.judgments().stream()
                .filter(judgment -> judgment.reply().isEmpty()
                        || calls.add(
                                judgment.annotator() + judgment.reply().get().call()))
                .forEach(judgment -> JudgeTally.preferred(judgment.opinion())
                        .filter(preferred -> judgment.certainty().isPresent() && !label.isEmpty())
                        .ifPresent(preferred -> certainty
                                .computeIfAbsent(judgment.annotator(), key -> new CertaintyTally())
                                .add(
                                        judgment.certainty().getAsDouble(),
                                        preferred
                                                .name()
                                                .toLowerCase(Locale.ROOT)
                                                .equals(label)))));
    }

    public AgreementFigures figures() {
        Agreement settings = step.settings();
        Set<AgreementTable.Kind> kinds = EnumSet.noneOf(AgreementTable.Kind.class);
        settings.measures().forEach(measure -> kinds.add(AgreementTable.Kind.valueOf(measure.name())));
        Optional<String> known = gold > 0 ? Optional.of(Annotation.GOLD) : Optional.empty();
        int resamples = Math.max(100, settings.resamples().orElse(RESAMPLES));
        List<AgreementLine> lines = new ArrayList<>();
        if (table.labelled()) {
            lines.addAll(AgreementTable.ofLabels(
                    known.isPresent()
                            ? table.labels()
                            : table.labels()
                                    .only(java.util.stream.IntStream.range(0, names.size())
                                            .toArray()),
                    known,
                    kinds,
                    settings.level(),
                    resamples));
        }
        if (table.scored()) {
            lines.addAll(AgreementTable.ofNumbers(
                    known.isPresent()
                            ? table.scores()
                            : table.scores()
                                    .only(java.util.stream.IntStream.range(0, names.size())
                                            .toArray()),
                    known,
                    kinds,
                    settings.level(),
                    resamples));
        }
        List<AgreementFigures.Certainty> certainties = new ArrayList<>();
        certainty.forEach((name, said) -> certainties.add(said.figures(name, settings.level())));
        return new AgreementFigures(
                step.name(),
                names,
                items,
                gold,
                settings.level(),
                unreadable,
                lines,
                certainties,
                new Share(longer, unequal));
    }
}
