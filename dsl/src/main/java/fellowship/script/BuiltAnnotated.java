package fellowship.script;

import fellowship.dsl.Annotated;
import fellowship.row.Row;
import java.util.function.Function;

/** Annotated rows as the script holds them. */
interface BuiltAnnotated<T> extends Annotated<T> {

    /** The rows behind a handle; there is no other kind of handle. */
    static <T> BuiltAnnotated<T> of(Annotated<T> handle) {
        return (BuiltAnnotated<T>) handle;
    }

    /** The step that makes them. */
    Node made();

    /** The row that was read, as the script's record. */
    Function<Row, T> item();
}
