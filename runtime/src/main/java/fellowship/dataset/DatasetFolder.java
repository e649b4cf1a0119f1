package fellowship.dataset;

import fellowship.plan.Plan;
import fellowship.plan.Step;
import fellowship.row.Row;
import fellowship.store.WholeFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One data set of a run folder: {@code NAME/train.jsonl} with the columns that the consumer reads and no other, and
 * {@code NAME/full.jsonl} with all that is known of each line, in the same order. Both appear when the run is whole.
 */
public final class DatasetFolder implements AutoCloseable {

    private final Step.Into output;
    private final RowShape shape;
    private final Path training;
    private final Path full;
    private final WholeFile trainingFile;
    private final WholeFile fullFile;
    private final boolean same;
    private final PairFigures figures = new PairFigures();
    private long rows;

    /** @param folder the run folder */
    public DatasetFolder(Plan plan, Step.Into output, Path folder) {
        this.output = output;
        this.shape = Shapes.of(plan, output);
        this.same = shape instanceof RecordShape;
        this.training = folder.resolve(output.name()).resolve("train.jsonl");
        this.full = folder.resolve(output.name()).resolve("full.jsonl");
        this.trainingFile = WholeFile.create(training);
        this.fullFile = WholeFile.create(full);
    }

    /**
     * Adds what this data set makes of a row.
     *
     * @return the rules by which lines were left out
     */
    public Added add(Row row) {
        int lines = 0;
        Set<String> left = new LinkedHashSet<>();
        for (Shaped shaped : shape.shape(row)) {
            if (shaped instanceof Shaped.Line line) {
                write(trainingFile, line.training());
                if (!same) {
                    write(fullFile, line.full());
                }
                lines++;
            } else if (shaped instanceof Shaped.Left rule) {
                left.add(output.name() + ": " + rule.rule());
            }
        }
        if (lines > 0) {
            PreferenceShape.preference(row).ifPresent(figures::add);
        }
        rows += lines;
        return new Added(lines, List.copyOf(left));
    }

    /**
     * What came of a row.
     *
     * @param lines how many lines
     * @param left the rules that left lines out
     */
    public record Added(int lines, List<String> left) {}

    private static void write(WholeFile file, Map<String, Object> line) {
        try {
            file.out().write(Json.line(line).getBytes(StandardCharsets.UTF_8));
            file.out().write('\n');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Makes the files appear. */
    public void commit() {
        trainingFile.commit();
        if (!same) {
            fullFile.commit();
        }
    }

    public Step.Into output() {
        return output;
    }

    public long rows() {
        return rows;
    }

    /** Bytes of the training file. */
    long bytes() {
        return trainingFile.size();
    }

    List<Feature> features() {
        return shape.training();
    }

    PairFigures figures() {
        return figures;
    }

    public Path file() {
        return training;
    }

    /** All files of it. */
    public List<Path> files() {
        List<Path> files = new ArrayList<>(List.of(training));
        if (!same) {
            files.add(full);
        }
        return files;
    }

    @Override
    public void close() {
        trainingFile.close();
        fullFile.close();
    }
}
