package fellowship.model.embedded;

/** Turns pairs of numbers by an angle that grows with the position (RoPE): how the attention knows what is near. */
final class Rotation {

    private final Hyperparameters sizes;
    private final int pairs;
    private final float[] cosines;
    private final float[] sines;

    Rotation(Hyperparameters sizes, int positions) {
        this.sizes = sizes;
        this.pairs = sizes.headWidth() / 2;
        this.cosines = new float[positions * pairs];
        this.sines = new float[positions * pairs];
        for (int pair = 0; pair < pairs; pair++) {
            float speed = (float) StrictMath.pow(sizes.ropeBase(), -2.0 * pair / sizes.headWidth());
            for (int position = 0; position < positions; position++) {
                double angle = position * (double) speed;
                cosines[position * pairs + pair] = (float) StrictMath.cos(angle);
                sines[position * pairs + pair] = (float) StrictMath.sin(angle);
            }
        }
    }

    /** Turns so many heads that stand side by side. */
    void turn(float[] row, int at, int heads, int position) {
        for (int head = 0; head < heads; head++) {
            int from = at + head * sizes.headWidth();
            for (int pair = 0; pair < pairs; pair++) {
                int first = from + (sizes.halves() ? pair : 2 * pair);
                int second = sizes.halves() ? first + pairs : first + 1;
                float cosine = cosines[position * pairs + pair];
                float sine = sines[position * pairs + pair];
                float a = row[first];
                float b = row[second];
                row[first] = a * cosine - b * sine;
                row[second] = a * sine + b * cosine;
            }
        }
    }
}
