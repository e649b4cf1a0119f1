package fellowship.engine;

import fellowship.plan.Shape;
import java.util.List;
import java.util.Map;

/** Where the rows come from that others are joined with. */
@FunctionalInterface
public interface Joins {

    /** No step of the plan joins. */
    Joins NONE = (step, key) -> {
        throw new IllegalStateException("nothing was read to join with");
    };

    /** The columns of each row of the step's file that has this key, in the file's order; may be empty. */
    List<Map<String, Object>> of(Shape.Join step, Object key);
}
