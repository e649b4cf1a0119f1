package fellowship.model.embedded;

import java.util.Arrays;

/** One pass through the network: some tokens of some texts. A text may have several, in order. */
final class Step {

    private Sequence[] sequences = new Sequence[16];
    private int[] tokens = new int[16];
    private boolean[] wanted = new boolean[16];
    private int rows;

    void clear() {
        Arrays.fill(sequences, 0, rows, null);
        rows = 0;
    }

    /**
     * @param isWanted whether the logits after this token are needed
     * @return the row
     */
    int add(Sequence sequence, int token, boolean isWanted) {
        if (rows == tokens.length) {
            sequences = Arrays.copyOf(sequences, 2 * rows);
            tokens = Arrays.copyOf(tokens, 2 * rows);
            wanted = Arrays.copyOf(wanted, 2 * rows);
        }
        sequences[rows] = sequence;
        tokens[rows] = token;
        wanted[rows] = isWanted;
        return rows++;
    }

    int rows() {
        return rows;
    }

    Sequence sequence(int row) {
        return sequences[row];
    }

    int token(int row) {
        return tokens[row];
    }

    boolean isWanted(int row) {
        return wanted[row];
    }
}
