package fellowship.report;

import fellowship.dataset.LineFile;
import fellowship.dataset.TextFile;
import fellowship.dataset.WrittenFile;
import fellowship.engine.RowResult;
import fellowship.people.People;
import fellowship.plan.Plan;
import fellowship.plan.Step;
import fellowship.row.Judgment;
import fellowship.stats.AgreementLine;
import fellowship.stats.Interval;
import fellowship.tally.AgreementFigures;
import fellowship.tally.AgreementTally;
import fellowship.tally.Annotation;
import fellowship.tally.Estimate;
import fellowship.tally.Share;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The files of one agreement: {@code NAME/annotations.jsonl}, a line for each item and annotator, and
 * {@code NAME/agreement.json}, what they come to. Lines go to the disk as they come; nothing appears before
 * {@link #commit}. One thread writes.
 */
public final class AgreementFiles implements AutoCloseable {

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private final Path folder;
    private final Step.Agree step;
    private final LineFile lines;
    private final AgreementTally tally;

    /**
     * @param folder the run folder
     * @param people who judged pairs of this run: annotators like the others
     */
    public AgreementFiles(Path folder, Plan plan, Step.Agree step, People people) {
        this.folder = folder;
        this.step = step;
        this.lines = LineFile.create(folder, step.name() + "/annotations.jsonl");
        this.tally = new AgreementTally(plan, step, people, annotation -> lines.json(line(annotation)));
    }

    public String name() {
        return step.name();
    }

    /** A sample that came to its end. */
    public void take(RowResult result) {
        tally.take(result);
    }

    /**
     * What was written, and what it comes to.
     *
     * @param annotations the lines
     * @param table the measures
     */
    public record Committed(WrittenFile annotations, WrittenFile table, AgreementFigures figures) {}

    /** Makes both files appear. */
    public Committed commit() {
        AgreementFigures figures = tally.figures();
        WrittenFile annotations = lines.commit();
        String text = JSON.writeValueAsString(plain(figures)) + "\n";
        return new Committed(annotations, TextFile.write(folder, step.name() + "/agreement.json", text), figures);
    }

    private static Map<String, Object> line(Annotation annotation) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("item", annotation.item());
        line.put("annotator", annotation.annotator());
        annotation.label().ifPresent(label -> line.put("label", label));
        annotation.score().ifPresent(score -> line.put("score", score));
        if (!annotation.judgments().isEmpty()) {
            line.put("flipped", annotation.flipped());
            line.put(
                    "judgments",
                    annotation.judgments().stream().map(AgreementFiles::said).toList());
        }
        return line;
    }

    private static Map<String, Object> said(Judgment judgment) {
        Map<String, Object> said = new LinkedHashMap<>();
        said.put("annotator", judgment.annotator());
        said.put("shown_first", judgment.swapped() ? "second" : "first");
        said.put("sample", judgment.sample());
        if (judgment.opinion() instanceof Judgment.Choice choice) {
            said.put("label", choice.outcome().name().toLowerCase(Locale.ROOT));
        } else if (judgment.opinion() instanceof Judgment.Scores scores) {
            said.put("scores", List.of(scores.first(), scores.second()));
        } else if (judgment.opinion() instanceof Judgment.Score score) {
            said.put("score", score.value());
        } else if (judgment.opinion() instanceof Judgment.Unreadable) {
            said.put("label", Annotation.UNREADABLE);
        }
        judgment.certainty().ifPresent(certainty -> said.put("certainty", certainty));
        return said;
    }

    private static Map<String, Object> plain(AgreementFigures figures) {
        Map<String, Object> plain = new LinkedHashMap<>();
        plain.put("name", figures.name());
        plain.put("annotators", figures.annotators());
        plain.put("items", figures.items());
        plain.put("gold", figures.gold());
        plain.put("level", figures.level());
        Map<String, Object> unreadable = new LinkedHashMap<>();
        figures.unreadable().forEach((name, share) -> unreadable.put(name, plain(share)));
        plain.put("unreadable", unreadable);
        plain.put(
                "measures", figures.lines().stream().map(AgreementFiles::plain).toList());
        List<Object> certainty = new ArrayList<>();
        figures.certainty().forEach(one -> {
            Map<String, Object> line = new LinkedHashMap<>();
            line.put("annotator", one.annotator());
            line.put("judgments", one.brier().items());
            line.put("brier", plain(one.brier()));
            line.put("calibration_error", plain(one.error()));
            line.put("auroc", plain(one.auroc()));
            certainty.add(line);
        });
        plain.put("certainty", certainty);
        plain.put("pick_the_longer", plain(figures.pickLonger()));
        return plain;
    }

    private static Map<String, Object> plain(AgreementLine line) {
        Map<String, Object> plain = new LinkedHashMap<>();
        plain.put("kind", line.kind().name());
        plain.put("measure", line.measure());
        plain.put("annotators", line.annotators());
        plain.put("items", line.items());
        number(plain, line.value(), line.interval());
        if (line.shaky()) {
            plain.put("few_items", true);
        }
        return plain;
    }

    private static Map<String, Object> plain(Share share) {
        Map<String, Object> plain = new LinkedHashMap<>();
        plain.put("count", share.hits());
        plain.put("of", share.of());
        return plain;
    }

    private static Map<String, Object> plain(Estimate estimate) {
        Map<String, Object> plain = new LinkedHashMap<>();
        number(plain, estimate.value(), estimate.interval());
        return plain;
    }

    private static void number(Map<String, Object> plain, fellowship.stats.Measure value, Optional<Interval> interval) {
        value.value().ifPresentOrElse(number -> plain.put("value", number), () -> plain.put("why_none", value.why()));
        interval.ifPresent(found -> {
            plain.put("low", found.low());
            plain.put("high", found.high());
        });
    }

    @Override
    public void close() {
        lines.close();
    }
}
