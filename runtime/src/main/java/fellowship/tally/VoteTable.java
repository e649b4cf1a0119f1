package fellowship.tally;

import fellowship.row.Draft;
import fellowship.row.Outcome;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Who said what of which pair: eight bytes for each pair, and one more for each voice. Pairs stand in the order of the
 * input, voices in the order in which they first spoke.
 */
final class VoteTable {

    private static final Outcome[] OUTCOMES = Outcome.values();

    private final Map<Voice, byte[]> votes = new LinkedHashMap<>();
    private final List<Writer> writers = new ArrayList<>();
    private final Map<Writer, Short> places = new LinkedHashMap<>();
    private int[] differences = new int[64];
    private short[] firsts = new short[64];
    private short[] seconds = new short[64];
    private int size;

    /** A further pair with all that was said of it. */
    void add(Draft first, Draft second, Map<Voice, Outcome> said) {
        if (size == differences.length) {
            differences = Arrays.copyOf(differences, Math.multiplyExact(size, 2));
            firsts = Arrays.copyOf(firsts, differences.length);
            seconds = Arrays.copyOf(seconds, differences.length);
        }
        differences[size] = Lengths.of(first.text()) - Lengths.of(second.text());
        firsts[size] = place(Writer.of(first));
        seconds[size] = place(Writer.of(second));
        said.forEach((voice, outcome) -> {
            byte[] column = votes.computeIfAbsent(voice, name -> new byte[64]);
            if (column.length <= size) {
                column = Arrays.copyOf(column, differences.length);
                votes.put(voice, column);
            }
            column[size] = (byte) (outcome.ordinal() + 1);
        });
        size++;
    }

    private short place(Writer writer) {
        Short place = places.get(writer);
        if (place == null) {
            place = (short) Math.min(writers.size(), Short.MAX_VALUE);
            places.put(writer, place);
            writers.add(writer);
        }
        return place;
    }

    int size() {
        return size;
    }

    List<Voice> voices() {
        return List.copyOf(votes.keySet());
    }

    /** Writers in the order in which they were first judged. */
    List<Writer> writers() {
        return List.copyOf(writers);
    }

    /** Absent where the voice said nothing of the pair. */
    Optional<Outcome> vote(Voice voice, int pair) {
        byte[] column = votes.get(voice);
        return column == null || pair >= column.length || column[pair] == 0
                ? Optional.empty()
                : Optional.of(OUTCOMES[column[pair] - 1]);
    }

    /** The first candidate's length less the second's, in characters. */
    int difference(int pair) {
        return differences[pair];
    }

    /** The place of the first candidate's writer. */
    int first(int pair) {
        return firsts[pair];
    }

    int second(int pair) {
        return seconds[pair];
    }
}
