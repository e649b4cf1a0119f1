package fellowship.tally;

import fellowship.stats.Correlation;
import fellowship.stats.Measure;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Who gave which draft what score: four bytes for each draft and judge. */
final class ScoreTable {

    private final Map<String, float[]> scores = new LinkedHashMap<>();
    private int size;

    void add(Map<String, Double> given) {
        given.forEach((judge, score) -> {
            float[] column = scores.get(judge);
            int before = column == null ? 0 : column.length;
            if (column == null || before <= size) {
                column = column == null ? new float[64] : column;
                column = Arrays.copyOf(column, Math.max(64, Math.max(before * 2, Integer.highestOneBit(size + 1) * 2)));
                Arrays.fill(column, before, column.length, Float.NaN);
                scores.put(judge, column);
            }
            column[size] = score.floatValue();
        });
        size++;
    }

    /** Pearson's r of each two judges that both scored some draft; absent where no two did. */
    Optional<PairwiseFigures> figures() {
        List<String> judges = List.copyOf(scores.keySet());
        List<PairwiseFigures.Cell> cells = new ArrayList<>();
        for (int i = 0; i < judges.size(); i++) {
            for (int j = i + 1; j < judges.size(); j++) {
                cell(judges.get(i), judges.get(j)).ifPresent(cells::add);
            }
        }
        return cells.isEmpty() ? Optional.empty() : Optional.of(new PairwiseFigures("r", judges, cells));
    }

    private Optional<PairwiseFigures.Cell> cell(String one, String other) {
        double[] first = new double[size];
        double[] second = new double[size];
        int both = 0;
        int same = 0;
        for (int i = 0; i < size; i++) {
            float a = at(one, i);
            float b = at(other, i);
            if (!Float.isNaN(a) && !Float.isNaN(b)) {
                first[both] = a;
                second[both++] = b;
                same += a == b ? 1 : 0;
            }
        }
        if (both == 0) {
            return Optional.empty();
        }
        int items = both;
        Measure r = Correlation.pearson(Arrays.copyOf(first, both), Arrays.copyOf(second, both));
        return Optional.of(new PairwiseFigures.Cell(
                one,
                other,
                new Share(same, both),
                new Estimate(
                        r,
                        r.value().isPresent()
                                ? Correlation.fisher(r.value().getAsDouble(), items, Lengths.Resampling.LEVEL)
                                : Optional.empty(),
                        items)));
    }

    private float at(String judge, int draft) {
        float[] column = scores.getOrDefault(judge, new float[0]);
        return draft < column.length ? column[draft] : Float.NaN;
    }
}
