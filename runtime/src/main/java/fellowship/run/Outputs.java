package fellowship.run;

import fellowship.dataset.CardFacts;
import fellowship.dataset.CardSection;
import fellowship.dataset.Croissant;
import fellowship.dataset.DatasetCard;
import fellowship.dataset.DatasetWriter;
import fellowship.dataset.GroupTable;
import fellowship.dataset.InputFile;
import fellowship.dataset.LabelTally;
import fellowship.dataset.Making;
import fellowship.dataset.PairFacts;
import fellowship.dataset.PeopleFile;
import fellowship.dataset.PlantsFile;
import fellowship.dataset.Reject;
import fellowship.dataset.RowShape;
import fellowship.dataset.ShapeContext;
import fellowship.dataset.Shaped;
import fellowship.dataset.Written;
import fellowship.dataset.WrittenFile;
import fellowship.engine.Rejection;
import fellowship.engine.RowResult;
import fellowship.people.People;
import fellowship.plan.Plan;
import fellowship.plan.Step;
import fellowship.report.AgreementFiles;
import fellowship.report.Report;
import fellowship.report.RowSample;
import fellowship.row.Outcome;
import fellowship.row.Row;
import fellowship.seam.Dice;
import fellowship.tally.AgreementFigures;
import fellowship.tally.Tally;
import fellowship.tally.TallyFigures;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Writes what rows come to, in the order of the input. Nothing is to be seen under its name before {@link #commit}.
 * Rows come one after the other, so that nothing here is shared between threads.
 */
final class Outputs implements AutoCloseable {

    private final Plan plan;
    private final RunOptions options;
    private final List<InputFile> inputs;
    private final List<ShapeContext> contexts;
    private final DatasetWriter writer;
    private final Dice dice;
    private final People people;
    private final AskedCalls asked;
    private final Map<String, Map<String, Outcome>> said;
    private final Optional<PeopleFile> forPeople;
    private final Book book = new Book();
    private final LabelTally tally = new LabelTally();
    private final Tally judges;
    private final RowSample sample;
    private final Optional<PlantsFile> plants;
    private final List<AgreementFiles> agreements = new ArrayList<>();
    private final List<GroupTable> tables;
    private final Cast cast;
    private final List<WrittenFile> files = new ArrayList<>();
    private final List<RunReport.Output> written = new ArrayList<>();

    /**
     * @param people who judged pairs of this run
     * @param said what people have said so far of rows that a step leaves to them
     * @param asked knows what each call took
     */
    Outputs(
            Plan plan,
            RunOptions options,
            List<InputFile> inputs,
            People people,
            Map<String, Map<String, Outcome>> said,
            AskedCalls asked) {
        this.plan = plan;
        this.options = options;
        this.inputs = inputs;
        this.contexts = ShapeContext.of(plan);
        this.tables = contexts.stream()
                .flatMap(context -> GroupTable.of(context).stream())
                .toList();
        this.cast = new Cast(plan, options.configuration());
        this.judges = new Tally(plan);
        this.sample = new RowSample(plan.seed());
        this.dice = Dice.of(plan.seed()).split("people");
        this.people = people;
        this.asked = asked;
        this.said = said;
        boolean asksPeople = plan.steps().stream().anyMatch(Step.People.class::isInstance);
        this.forPeople = asksPeople ? Optional.of(new PeopleFile(options.folder())) : Optional.empty();
        this.writer = DatasetWriter.create(options.folder(), contexts);
        this.plants = plan.judges().stream().anyMatch(judge -> judge.plants() > 0)
                ? Optional.of(new PlantsFile(options.folder()))
                : Optional.empty();
        plan.agreements().forEach(step -> agreements.add(new AgreementFiles(options.folder(), plan, step, people)));
    }

    void take(Run.Done done) {
        if (done instanceof Run.Done.Unread unread) {
            writer.reject(Reject.of(unread.from().source().id(), unread.line()));
            book.badLine(unread.line().reason());
            return;
        }
        RowResult result = ((Run.Done.Played) done).result();
        Set<String> left = new LinkedHashSet<>();
        Set<String> reached = new LinkedHashSet<>();
        for (ShapeContext context : contexts) {
            if (write(context, result, left) > 0) {
                reached.add(context.output().name());
            }
        }
        result.annotations()
                .forEach(annotation -> reached.add(annotation.agreement().name()));
        for (Rejection rejection : result.rejections()) {
            writer.reject(new Reject(
                    result.sample().id(),
                    result.sample().origin(),
                    rejection.step(),
                    rejection.reason(),
                    rejection.message(),
                    rejection.raw(),
                    rejection.calls()));
        }
        result.forPeople().forEach(waiting -> forPeople.ifPresent(file -> forPeople(file, waiting)));
        count(result);
        sample.take(result, reached, left);
        book.row(result, !reached.isEmpty(), left);
        options.listener().finished(result);
    }

    /** Which candidate a person sees first is drawn, so that over many rows the places balance. */
    private void forPeople(PeopleFile file, RowResult.ForPeople waiting) {
        String step = waiting.step().id();
        String row = waiting.row().id();
        boolean swapped = dice.split(step).split(row).below(2) == 1;
        file.write(
                step,
                waiting.row(),
                question(waiting),
                swapped,
                Optional.ofNullable(said.getOrDefault(step, Map.of()).get(row)));
    }

    /** The task as the judges before were told it, and nothing of the row that could tell what is right. */
    private String question(RowResult.ForPeople waiting) {
        Optional<Step> above = Optional.of(waiting.step());
        while (above.isPresent() && !(above.get() instanceof Step.Compare)) {
            above = above.get().input().flatMap(plan::step);
        }
        Step.Compare compare = (Step.Compare) above.orElseThrow();
        return plan.judgesOf(compare.annotator())
                .get(0)
                .brief()
                .question()
                .render(waiting.row().columns());
    }

    /** The lines that a data set takes from a sample's rows; what it leaves out goes to the rules. */
    private int write(ShapeContext context, RowResult result, Set<String> left) {
        List<Row> rows = result.emissions().stream()
                .filter(emission ->
                        emission.output().id().equals(context.output().id()))
                .map(RowResult.Emission::row)
                .toList();
        String name = context.output().name();
        int lines = 0;
        for (Shaped shaped : RowShape.of(context.output().type()).shape(rows, context)) {
            if (shaped instanceof Shaped.Line line) {
                writer.write(name, line);
                lines++;
            } else if (shaped instanceof Shaped.Left reason) {
                left.add(name + ": " + reason.reason());
            }
        }
        tables.stream().filter(table -> table.name().equals(name)).forEach(table -> rows.forEach(table::take));
        if (lines > 0) {
            rows.forEach(row -> tally.line(context.output(), row));
        }
        return lines;
    }

    private void count(RowResult result) {
        List<Row> rested = Stream.of(
                        result.emissions().stream().map(RowResult.Emission::row),
                        result.judged().stream().map(RowResult.Judged::row),
                        result.annotations().stream().map(RowResult.Annotation::row))
                .flatMap(each -> each)
                .toList();
        cast.count(rested.stream());
        Stream.concat(rested.stream(), result.lost().stream())
                .flatMap(row -> row.replies().stream())
                .forEach(reply -> asked.count(reply.call()));
        result.rejections().forEach(rejection -> rejection.calls().forEach(asked::count));
        judges.take(result);
        agreements.forEach(agreement -> agreement.take(result));
        plants.ifPresent(file -> result.judged().stream()
                .filter(judged -> judged.step() instanceof Step.Compare)
                .forEach(judged -> file.take(judged.row())));
        tally.sample(
                result.judged().stream()
                        .flatMap(judged -> judged.row().verdict().stream())
                        .toList(),
                result.rejections().stream().map(Rejection::reason).toList());
    }

    Ledger ledger(long samples) {
        return book.ledger(samples);
    }

    /** How many lines came to their end. */
    long done() {
        return book.done();
    }

    /**
     * Makes all files appear, the card last.
     *
     * @param counted how far each {@code until} came
     */
    void commit(Ledger ledger, List<String> counted) {
        Written all = writer.commit();
        files.addAll(all.files());
        forPeople.map(PeopleFile::commit).ifPresent(files::add);
        all.datasets()
                .forEach(dataset -> written.add(new RunReport.Output(
                        dataset.name(),
                        dataset.context().output().type().word(),
                        options.folder().resolve(dataset.train().path()),
                        dataset.train().rows())));
        plants.ifPresent(file -> files.add(file.commit()));
        List<AgreementFigures> agreed = new ArrayList<>();
        for (AgreementFiles agreement : agreements) {
            AgreementFiles.Committed made = agreement.commit();
            agreed.add(made.figures());
            files.add(made.annotations());
            files.add(made.table());
            written.add(new RunReport.Output(
                    agreement.name(),
                    RunReport.AGREEMENT,
                    options.folder().resolve(made.annotations().path()),
                    made.annotations().rows()));
        }
        tables.forEach(table -> files.add(table.commit(options.folder())));
        agreed.addAll(PeopleFigures.of(options.folder(), people, all));
        TallyFigures figures = judges.figures();
        List<CardSection> sections = new ArrayList<>(Report.sections(plan, figures, agreed));
        tables.forEach(table -> sections.add(table.section()));
        if (!counted.isEmpty()) {
            sections.add(0, new CardSection("How many were wanted", List.of(new CardSection.Points(counted))));
        }
        CardFacts facts = facts(ledger, all, sections);
        files.add(Report.write(options.folder(), facts, figures, agreed, sample));
        files.add(Croissant.write(options.folder(), facts));
        files.add(DatasetCard.write(options.folder(), facts));
    }

    private CardFacts facts(Ledger ledger, Written all, List<CardSection> sections) {
        int judged = (int) people.people().stream()
                .filter(person -> all.datasets().stream()
                        .anyMatch(dataset -> !person.labels(dataset.name()).isEmpty()))
                .count();
        Map<String, PairFacts> pairs = new LinkedHashMap<>();
        contexts.forEach(context -> tally.pairs(context.output().name())
                .ifPresent(facts -> pairs.put(context.output().name(), facts)));
        CardFacts.Funnel funnel = new CardFacts.Funnel(
                ledger.read(),
                ledger.emitted(),
                ledger.filtered(),
                ledger.rejected(),
                ledger.pending(),
                ledger.rules(),
                ledger.reasons());
        return new CardFacts(
                plan,
                inputs,
                cast.players(),
                funnel,
                cast.spending(),
                all,
                tally.labels(),
                pairs,
                sections,
                List.of(),
                new Making(Making.running(), options.script(), Again.command(plan, options), asked.spending(), judged));
    }

    /** Every file of the result. */
    List<WrittenFile> files() {
        return List.copyOf(files);
    }

    List<RunReport.Output> written() {
        return List.copyOf(written);
    }

    @Override
    public void close() {
        forPeople.ifPresent(PeopleFile::close);
        writer.close();
        plants.ifPresent(PlantsFile::close);
        agreements.forEach(AgreementFiles::close);
    }
}
