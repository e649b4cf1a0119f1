package fellowship.dataset;

import fellowship.row.Row;
import java.util.List;

/** Makes lines of rows for one kind of data set. Pure. */
interface RowShape {

    /** The columns of a training line, in order. */
    List<Feature> training();

    /** One line or more, or the rules by which there is none; never empty. */
    List<Shaped> shape(Row row);
}
