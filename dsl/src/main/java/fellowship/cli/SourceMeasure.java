package fellowship.cli;

import fellowship.dataset.InputException;
import fellowship.dataset.InputLine;
import fellowship.dataset.SampleSource;
import fellowship.plan.EstimateInput;
import fellowship.plan.Plan;
import fellowship.plan.Step;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How many rows a plan's sources hold and how long their texts are.
 *
 * @param sources by the id of the step that reads them
 * @param notes what could not be measured
 */
record SourceMeasure(Map<String, EstimateInput.Source> sources, List<String> notes) {

    /** Lengths of one column so far. */
    private record Sum(double characters, double longest, long texts) {
        Sum plus(Sum other) {
            return new Sum(characters + other.characters, Math.max(longest, other.longest), texts + other.texts);
        }
    }

    /** @param limit most rows to count of each source */
    static SourceMeasure of(Plan plan, Path base, Optional<Long> limit) {
        Map<String, EstimateInput.Source> sources = new LinkedHashMap<>();
        List<String> notes = new ArrayList<>();
        for (Step.Read read : plan.sources()) {
            if (read.files().contains("-")) {
                notes.add("not counted: standard input");
                continue;
            }
            try {
                sources.put(read.id(), measure(read, base, limit.orElse(Long.MAX_VALUE)));
            } catch (InputException e) {
                notes.addAll(e.problems());
            }
        }
        return new SourceMeasure(sources, notes);
    }

    /** A line that is no sample counts: the run takes it, to reject it. */
    private static EstimateInput.Source measure(Step.Read read, Path base, long most) {
        Map<String, Sum> columns = new LinkedHashMap<>();
        long rows = 0;
        SampleSource source = SampleSource.open(read.files(), read.type(), base, base);
        try (Stream<InputLine> lines = source.lines()) {
            for (Iterator<InputLine> line = lines.iterator(); rows < most && line.hasNext(); rows++) {
                if (line.next() instanceof InputLine.Taken taken) {
                    taken.sample().columns().forEach((name, value) -> {
                        double length = value.toString().length();
                        columns.merge(name, new Sum(length, length, 1), Sum::plus);
                    });
                }
            }
        }
        Map<String, EstimateInput.Length> lengths = new LinkedHashMap<>();
        columns.forEach((name, sum) ->
                lengths.put(name, new EstimateInput.Length(sum.characters() / sum.texts(), sum.longest())));
        return new EstimateInput.Source(rows, lengths);
    }
}
