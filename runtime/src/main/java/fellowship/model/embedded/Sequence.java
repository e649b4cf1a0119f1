package fellowship.model.embedded;

import java.util.Arrays;

/**
 * What the attention remembers of one text: keys and values of each token so far. Owned by the thread of the
 * {@link Batcher}. Keys stand in panels of 32 tokens, {@code [token / 32][head][number][token % 32]}, so that a
 * {@link Kernel} scores 32 tokens at a time; values as {@code [token][head][number]}.
 */
final class Sequence {

    private static final int LANES = Panels.LANES;

    private final Hyperparameters sizes;
    private final float[][] keys;
    private final float[][] values;
    private int[] tokens = new int[0];
    private int length;
    private int room;

    Sequence(Hyperparameters sizes) {
        this.sizes = sizes;
        this.keys = new float[sizes.layers()][0];
        this.values = new float[sizes.layers()][0];
    }

    int length() {
        return length;
    }

    /** Makes a place for one more token and tells which. */
    int add(int token) {
        reserve(length + 1);
        tokens[length] = token;
        return length++;
    }

    void reserve(int wanted) {
        if (wanted <= room) {
            return;
        }
        int more = Math.max(wanted, room + room / 2);
        room = (more + LANES - 1) / LANES * LANES;
        tokens = Arrays.copyOf(tokens, room);
        for (int layer = 0; layer < keys.length; layer++) {
            keys[layer] = Arrays.copyOf(keys[layer], Math.multiplyExact(room, sizes.keyWidth()));
            values[layer] = Arrays.copyOf(values[layer], room * sizes.keyWidth());
        }
    }

    /** Remembers key and value of a token, which stand side by side in the row that starts at {@code from}. */
    void remember(int layer, int position, float[] row, int from) {
        int width = sizes.headWidth();
        for (int head = 0; head < sizes.keyHeads(); head++) {
            int at = keyPanel(position / LANES, head) + position % LANES;
            for (int i = 0; i < width; i++) {
                keys[layer][at + i * LANES] = row[from + head * width + i];
            }
        }
        System.arraycopy(row, from + sizes.keyWidth(), values[layer], position * sizes.keyWidth(), sizes.keyWidth());
    }

    int keyPanel(int panel, int head) {
        return (panel * sizes.keyHeads() + head) * sizes.headWidth() * LANES;
    }

    float[] keys(int layer) {
        return keys[layer];
    }

    float[] values(int layer) {
        return values[layer];
    }

    /** How many tokens this text and another have in common at their start. */
    int shared(int[] other) {
        int most = Math.min(length, other.length);
        int same = Arrays.mismatch(tokens, 0, most, other, 0, most);
        return same < 0 ? most : same;
    }

    /** A new text that starts as this one does. What is remembered of a token depends only on those before it. */
    Sequence start(int count) {
        Sequence copy = new Sequence(sizes);
        copy.reserve(count);
        System.arraycopy(tokens, 0, copy.tokens, 0, count);
        copy.length = count;
        int panels = (count + LANES - 1) / LANES * LANES;
        for (int layer = 0; layer < keys.length; layer++) {
            System.arraycopy(keys[layer], 0, copy.keys[layer], 0, panels * sizes.keyWidth());
            System.arraycopy(values[layer], 0, copy.values[layer], 0, count * sizes.keyWidth());
        }
        return copy;
    }
}
