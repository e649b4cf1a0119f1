package fellowship.dataset;

import java.io.IOException;
import java.util.Optional;

/** The rows of a JSON file as bytes, one after the other. */
interface RawLines {

    /** The next row; empty at the end. */
    Optional<RawLine> next() throws IOException;
}
