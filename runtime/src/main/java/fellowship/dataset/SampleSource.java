package fellowship.dataset;

import fellowship.plan.RowType;
import java.nio.file.Path;
import java.util.List;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * The samples of one {@code read}: from JSON lines, JSON arrays, CSV or TSV, out of files or what came through standard
 * input. Looked through once when it is opened, then read row by row as often as wanted; no more than one row is held.
 *
 * <p>Only the columns that the script declares are kept. A line that cannot be used is a value; what makes a file unfit
 * is an {@link InputException}.
 */
public final class SampleSource {

    /** Bytes of the longest row that is read: 16 MiB. */
    public static final int LONGEST = 16 << 20;

    /** Bytes of a bad row that are kept for its reject line: 64 KiB. */
    public static final int RAW_LIMIT = 64 << 10;

    /** How a script names standard input. */
    public static final String STANDARD_INPUT = "-";

    private final List<InputPlace> places;
    private final RowType type;
    private final Survey survey;
    private final InputFacts facts;

    private SampleSource(List<InputPlace> places, RowType type) {
        this.places = places;
        this.type = type;
        this.survey = new Survey(places, type);
        this.facts = survey.walk();
    }

    /**
     * Finds and looks through all files.
     *
     * @param files as the script names them; {@code -} is standard input
     * @param type the columns they must have
     * @param base what relative names start from
     * @param piped the file that standard input was copied to, for a script that names it: it is read twice
     * @throws InputException with everything that makes the input unfit: a file that is missing, empty, a folder, in
     *     another encoding, without a usable row, without its header; ids that stand more than once over all files
     */
    public static SampleSource open(List<String> files, RowType type, Path base, Path piped) {
        return new SampleSource(new InputPlaces(base).find(files, piped), type);
    }

    /** What the input holds. */
    public InputFacts facts() {
        return facts;
    }

    /**
     * All rows in the order of the files, read as they are taken. Close the stream.
     *
     * @throws InputException while it is read, when a file has changed since it was looked through
     */
    public Stream<InputLine> lines() {
        InputLines lines = new InputLines(places, type, facts, new SampleIds(type, survey.repeated()));
        int ordered = Spliterator.ORDERED | Spliterator.NONNULL;
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(lines, ordered), false)
                .onClose(lines::close);
    }
}
