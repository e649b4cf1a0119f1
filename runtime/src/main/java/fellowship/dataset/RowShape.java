package fellowship.dataset;

import fellowship.plan.DatasetType;
import fellowship.row.Row;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * How rows become lines of one kind of data set. Every line has every key, each key one type; free-form facts are JSON in
 * one text column. The columns of training lines are TRL's, in its conversational form with an explicit prompt.
 */
public interface RowShape {

    /** What the row gives: lines, and reasons for lines it does not give; never empty. */
    List<Shaped> shape(Row row, ShapeContext context);

    /**
     * What all rows of one sample give. A step may make several rows of a sample that say the same, for example the
     * critiques of drafts that stand in two pairs: of equal training lines the first is kept, the others are
     * {@code repeated}.
     */
    default List<Shaped> shape(List<Row> rowsOfSample, ShapeContext context) {
        List<Shaped> all = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (Row row : rowsOfSample) {
            for (Shaped shaped : shape(row, context)) {
                boolean again = shaped instanceof Shaped.Line line && !seen.add(line.train());
                all.add(again ? new Shaped.Left("repeated") : shaped);
            }
        }
        return all;
    }

    /** The columns of the training file. */
    List<Feature> trainFeatures(ShapeContext context);

    /** The columns of the full file; empty for data sets of one file. */
    List<Feature> fullFeatures(ShapeContext context);

    static RowShape of(DatasetType type) {
        return switch (type) {
            case DPO -> new PairShape();
            case KTO -> new KtoShape();
            case CRITIQUES -> new CritiqueShape();
            case SFT -> new SftShape();
            case JSONL -> new RowsShape();
        };
    }
}
