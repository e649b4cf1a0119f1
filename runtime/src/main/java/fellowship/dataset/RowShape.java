package fellowship.dataset;

import fellowship.plan.DatasetType;
import fellowship.row.Row;
import java.util.List;

/**
 * How rows become lines of one kind of data set. Every line has every key, each key one type; free-form facts are JSON in
 * one text column. The columns of training lines are TRL's, in its conversational form with an explicit prompt.
 */
public interface RowShape {

    /** What the row gives: lines, and reasons for lines it does not give; never empty. */
    List<Shaped> shape(Row row, ShapeContext context);

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
