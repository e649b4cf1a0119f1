package fellowship.dsl;

import java.util.Map;

/** A template that a script includes: the rows of each of its data sets, to go on with. What nobody goes on with is not made. */
public interface Included {

    /** The pairs of a data set of the template; {@code it.task} is a map of the columns. */
    PairFlow<Map<String, Object>> output(String name);

    /** The rows with drafts of a data set of the template, for example of its critiques. */
    DraftFlow<Map<String, Object>> drafts(String name);

    /** The rows with verdicts of a data set of the template. */
    JudgedFlow<Map<String, Object>> verdicts(String name);

    /** The rows of a data set of the template as a record of this script; drafts and verdicts are left behind. */
    <T> RowFlow<T> rows(Class<T> type, String name);
}
