package fellowship.engine;

import fellowship.plan.Sift;
import fellowship.plan.Step;
import fellowship.quality.NearDuplicates;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Set;

/**
 * Takes the notes of all rows, in the order of the input, and ends with the ids of those that a step has to do with. Holds
 * about 100 bytes a row, for alike texts a kilobyte.
 */
public sealed interface Fold {

    void note(Note note);

    /** The ids of the rows. */
    Set<String> end();

    static Fold of(Step.Sifting step) {
        if (step instanceof Sift.Dedupe dedupe) {
            return dedupe.near().isPresent() ? new Alike(dedupe.near().getAsDouble()) : new Equal();
        }
        if (step instanceof Sift.Sample sample) {
            return new Fewest(sample.count().orElseThrow());
        }
        if (step instanceof Sift.Weak weak) {
            return new Weakest(weak.share().orElseThrow());
        }
        return new Weakest(((Sift.Escalate) step).share().orElseThrow());
    }

    /** Rows whose key stood before. */
    final class Equal implements Fold {

        private final Set<String> keys = new HashSet<>();
        private final Set<String> again = new HashSet<>();

        @Override
        public void note(Note note) {
            if (!keys.add(((Note.Print) note).key())) {
                again.add(note.row());
            }
        }

        @Override
        public Set<String> end() {
            return again;
        }
    }

    /** Rows that are alike to one before. */
    final class Alike implements Fold {

        private final NearDuplicates seen;
        private final Set<String> again = new HashSet<>();

        Alike(double least) {
            this.seen = new NearDuplicates(least);
        }

        @Override
        public void note(Note note) {
            if (!seen.add(((Note.Print) note).signature())) {
                again.add(note.row());
            }
        }

        @Override
        public Set<String> end() {
            return again;
        }
    }

    /** A number of rows with the least weights; of equals those that stand first. */
    final class Fewest implements Fold {

        private record Placed(Note.Weight note, long place) {}

        private final int count;
        private long places;
        private final PriorityQueue<Placed> kept = new PriorityQueue<>(
                Comparator.comparingDouble((Placed placed) -> placed.note().weight())
                        .thenComparingLong(Placed::place)
                        .reversed());

        Fewest(int count) {
            this.count = count;
        }

        @Override
        public void note(Note note) {
            kept.add(new Placed((Note.Weight) note, places++));
            if (kept.size() > count) {
                kept.remove();
            }
        }

        @Override
        public Set<String> end() {
            Set<String> rows = new HashSet<>();
            kept.forEach(placed -> rows.add(placed.note().row()));
            return rows;
        }
    }

    /** The part of the rows with the least weights, rounded down; of equals those that stand first. */
    final class Weakest implements Fold {

        private static final double DUST = 1e-9;

        private final double share;
        private final List<Note.Weight> all = new ArrayList<>();

        Weakest(double share) {
            this.share = share;
        }

        @Override
        public void note(Note note) {
            all.add((Note.Weight) note);
        }

        @Override
        public Set<String> end() {
            Set<String> rows = new HashSet<>();
            all.stream()
                    .sorted(Comparator.comparingDouble(Note.Weight::weight))
                    .limit((long) Math.floor(share * all.size() + DUST))
                    .forEach(note -> rows.add(note.row()));
            return rows;
        }
    }
}
