package fellowship.dataset;

import fellowship.plan.RowType;
import fellowship.row.Sample;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The second walk: rows become samples, in order, one at a time. */
final class InputLines implements Iterator<InputLine>, AutoCloseable {

    private final List<InputPlace> places;
    private final RowType type;
    private final InputFacts facts;
    private final SampleIds identity;
    private int file;
    private long samples;
    private long bad;
    private long ordinal;
    private @Nullable InputWalk walk;
    private Optional<InputLine> next = Optional.empty();

    InputLines(List<InputPlace> places, RowType type, InputFacts facts, SampleIds identity) {
        this.places = places;
        this.type = type;
        this.facts = facts;
        this.identity = identity;
    }

    @Override
    public boolean hasNext() {
        while (next.isEmpty() && file < places.size()) {
            InputWalk current = walk == null ? new InputWalk(places.get(file), type) : walk;
            walk = current;
            next = current.next().map(row -> line(current, row));
            if (next.isEmpty()) {
                end(current);
            }
        }
        return next.isPresent();
    }

    @Override
    public InputLine next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        InputLine line = next.orElseThrow();
        next = Optional.empty();
        return line;
    }

    private InputLine line(InputWalk current, ReadRow row) {
        String origin = current.origin(row);
        if (row instanceof ReadRow.Good good) {
            samples++;
            String id = identity.of(good);
            return new InputLine.Taken(new Sample(ordinal++, id, origin, identity.columns(good, id)));
        }
        bad++;
        ReadRow.Broken broken = (ReadRow.Broken) row;
        return new InputLine.Bad(ordinal++, origin, broken.reason(), broken.message(), broken.raw());
    }

    private void end(InputWalk current) {
        InputFile now = current.facts(samples, bad);
        close();
        if (!now.equals(facts.files().get(file))) {
            throw new InputException(now.name() + " changed while the run was reading it; run again");
        }
        file++;
        samples = 0;
        bad = 0;
    }

    @Override
    public void close() {
        if (walk != null) {
            walk.close();
            walk = null;
        }
    }
}
