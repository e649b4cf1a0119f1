package fellowship.dataset;

import fellowship.plan.RowType;
import fellowship.store.WholeFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Supplier;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * The samples of one {@code read}: from JSON lines, JSON arrays, CSV or TSV, out of files or standard input. Looked
 * through once when it is opened, then read row by row as often as wanted; no more than one row is held.
 *
 * <p>Only the columns that the script declares are kept. A line that cannot be used is a value; what makes a file unfit
 * is an {@link InputException}.
 */
public final class SampleSource implements AutoCloseable {

    /** Bytes of the longest row that is read: 16 MiB. */
    public static final int LONGEST = 16 << 20;

    /** Bytes of a bad row that are kept for its reject line: 64 KiB. */
    public static final int RAW_LIMIT = 64 << 10;

    /** How a script names standard input. */
    public static final String STANDARD_INPUT = "-";

    private final List<InputPlace> places;
    private final RowType type;
    private final Path piped;
    private final Survey survey;
    private final InputFacts facts;

    private SampleSource(List<InputPlace> places, RowType type, Path piped) {
        this.places = places;
        this.type = type;
        this.piped = piped;
        this.survey = new Survey(places, type);
        this.facts = survey.walk();
    }

    /**
     * Finds and looks through all files.
     *
     * @param files as the script names them; {@code -} is standard input
     * @param type the columns they must have
     * @param base what relative names start from
     * @param input standard input; asked for only where a script names it
     * @param folder where standard input is kept while the source is open; it is read twice
     * @throws InputException with everything that makes the input unfit: a file that is missing, empty, a folder, in
     *     another encoding, without a usable row, without its header; ids that stand more than once over all files
     */
    public static SampleSource open(
            List<String> files, RowType type, Path base, Supplier<InputStream> input, Path folder) {
        Path piped = folder.resolve("standard-input" + WholeFile.PARTIAL);
        List<InputPlace> places = new InputPlaces(base).find(files, piped);
        if (places.stream().anyMatch(InputPlace::piped)) {
            keep(input, piped);
        }
        try {
            return new SampleSource(places, type, piped);
        } catch (InputException e) {
            remove(piped);
            throw e;
        }
    }

    private static void keep(Supplier<InputStream> input, Path piped) {
        try (InputStream in = input.get()) {
            Files.createDirectories(piped.toAbsolutePath().getParent());
            if (Files.copy(in, piped, StandardCopyOption.REPLACE_EXISTING) == 0) {
                remove(piped);
                throw new InputException("standard input is empty");
            }
        } catch (IOException e) {
            remove(piped);
            throw new InputException("standard input cannot be read: " + e.getMessage());
        }
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
        InputLines lines = new InputLines(places, type, facts, new Identity(type, survey.repeated()));
        int ordered = Spliterator.ORDERED | Spliterator.NONNULL;
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(lines, ordered), false)
                .onClose(lines::close);
    }

    /** Removes what was kept of standard input. */
    @Override
    public void close() {
        remove(piped);
    }

    private static void remove(Path piped) {
        try {
            Files.deleteIfExists(piped);
        } catch (IOException e) {
            // It ends in .partial and is swept at the next start.
        }
    }
}
