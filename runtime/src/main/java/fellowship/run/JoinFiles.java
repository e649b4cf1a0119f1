package fellowship.run;

import fellowship.dataset.InputException;
import fellowship.dataset.InputFile;
import fellowship.dataset.InputLine;
import fellowship.dataset.SampleSource;
import fellowship.engine.Joins;
import fellowship.plan.Plan;
import fellowship.plan.Shape;
import fellowship.plan.Step;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The files that rows are joined with, read whole before the run: {@link Shape.Join#MOST} rows at most, none of them bad. */
final class JoinFiles implements Joins {

    private final Map<String, Map<Object, List<Map<String, Object>>>> rows = new HashMap<>();
    private final List<InputFile> files = new ArrayList<>();

    private JoinFiles() {}

    /** @throws RunException when one cannot be read, has a bad row or too many rows; with all that is wrong */
    static JoinFiles read(Plan plan, Path base) {
        JoinFiles joins = new JoinFiles();
        List<String> problems = new ArrayList<>();
        for (Step step : plan.steps()) {
            if (step instanceof Shape.Join join) {
                try {
                    joins.rows.put(join.id(), joins.rows(join, base));
                } catch (InputException e) {
                    e.problems().forEach(problem -> problems.add(step.at() + ": " + problem));
                }
            }
        }
        if (!problems.isEmpty()) {
            throw new RunException(RunException.Kind.INPUT, problems);
        }
        return joins;
    }

    private Map<Object, List<Map<String, Object>>> rows(Shape.Join join, Path base) {
        SampleSource source = SampleSource.open(List.of(join.file()), join.other(), base, base);
        files.addAll(source.facts().files());
        if (source.facts().lines() > Shape.Join.MOST) {
            throw new RunException(
                    RunException.Kind.INPUT,
                    List.of(join.at() + ": " + join.file() + " has "
                            + source.facts().lines()
                            + " rows, and a join holds " + Shape.Join.MOST
                            + " at most; read that file instead and join it with the smaller one"));
        }
        Map<Object, List<Map<String, Object>>> byKey = new HashMap<>();
        List<String> bad = new ArrayList<>();
        try (Stream<InputLine> lines = source.lines()) {
            for (Iterator<InputLine> each = lines.iterator(); each.hasNext(); ) {
                InputLine line = each.next();
                if (line instanceof InputLine.Taken taken) {
                    Map<String, Object> columns = taken.sample().columns();
                    Object key = columns.get(join.by());
                    if (key != null) {
                        byKey.computeIfAbsent(key, none -> new ArrayList<>(1)).add(columns);
                    }
                } else if (line instanceof InputLine.Bad wrong && bad.size() < 10) {
                    bad.add(join.at() + ": " + wrong.origin() + ": " + wrong.message());
                }
            }
        }
        if (!bad.isEmpty()) {
            throw new RunException(RunException.Kind.INPUT, bad);
        }
        return byKey;
    }

    /** SHA-256 of each file: another file gives another result. */
    List<String> digests() {
        return files.stream().map(InputFile::sha256).toList();
    }

    @Override
    public List<Map<String, Object>> of(Shape.Join step, Object key) {
        return rows.getOrDefault(step.id(), Map.of()).getOrDefault(key, List.of());
    }
}
