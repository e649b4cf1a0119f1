package fellowship.dataset;

import java.io.IOException;
import java.util.Optional;

/** The rows of one file. */
interface ReadRows {

    /**
     * The next row; empty at the end.
     *
     * @throws InputException when no further row can be found in the file
     */
    Optional<ReadRow> next() throws IOException;
}
