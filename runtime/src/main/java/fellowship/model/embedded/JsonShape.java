package fellowship.model.embedded;

import java.util.List;

/** What a JSON text looks like: what is fixed is written, the model chooses only the rest. */
sealed interface JsonShape {

    /** Tokens that must be left for this to be written in full. */
    int floor();

    /** Text that is always the same. */
    record Fixed(int[] tokens) implements JsonShape {
        @Override
        public int floor() {
            return tokens.length;
        }
    }

    /** A value that the model chooses. */
    record Slot(ValueForm form) implements JsonShape {
        @Override
        public int floor() {
            return form.floor();
        }
    }

    /** One after the other. */
    record Parts(List<JsonShape> parts) implements JsonShape {
        public Parts {
            parts = List.copyOf(parts);
        }

        @Override
        public int floor() {
            return parts.stream().mapToInt(JsonShape::floor).reduce(0, JsonShape::plus);
        }
    }

    /** The same some times over, as often as the model likes between two bounds, with commas between. */
    record Items(JsonShape item, Fixed comma, int least, int most) implements JsonShape {
        @Override
        public int floor() {
            return times(least, more());
        }

        /** Tokens that one more item takes. */
        int more() {
            return plus(item.floor(), comma.floor());
        }
    }

    /** More than any reply may have. */
    int FAR = 1 << 28;

    static int plus(int a, int b) {
        return Math.min(FAR, a + b);
    }

    static int times(int a, int b) {
        return (int) Math.min(FAR, (long) a * b);
    }
}
