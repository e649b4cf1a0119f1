package fellowship.model.embedded;

/**
 * A number between two bounds, in decimal digits. At each place only those digits are drawn from that can still lead to a
 * number within the bounds.
 *
 * @param least in units of the last digit after the point
 * @param most in units of the last digit after the point
 * @param decimals digits after the point at most; 0 for whole numbers
 */
record NumberForm(long least, long most, int decimals, Vocabulary vocabulary, int[] ends) implements ValueForm {

    /** With six decimals the greatest number still fits in a long with room to spare. */
    static final double FARTHEST = 1e11;

    static final int MOST_DECIMALS = 6;

    private static final int MOST_DIGITS = 12;

    static NumberForm of(long least, long most, int decimals, Vocabulary vocabulary) {
        return new NumberForm(least, most, decimals, vocabulary, Ends.of(vocabulary));
    }

    @Override
    public int floor() {
        return 2 + MOST_DIGITS + decimals;
    }

    @Override
    public Filling start() {
        return new Digits();
    }

    /** Whether a range of sizes holds a number within the bounds. */
    private boolean isWithin(boolean isNegative, long from, long to) {
        long low = isNegative ? Math.max(1, -most) : Math.max(0, least);
        long high = isNegative ? -least : most;
        return Math.max(from, low) <= Math.min(to, high);
    }

    private static long power(int exponent) {
        long power = 1;
        for (int i = 0; i < exponent; i++) {
            power *= 10;
        }
        return power;
    }

    private final class Digits implements Filling {

        private boolean isNegative;
        private long value;
        private int digits;
        private int places = -1;

        @Override
        public boolean step(Logits logits, Pen pen, int spare) {
            int[] tokens = new int[12 + ends.length];
            int count = 0;
            for (char c : "0123456789-.".toCharArray()) {
                if (isPossible(c)) {
                    int at = count;
                    tokens[at] = vocabulary.ofBytes(new byte[] {(byte) c}, 0, 1).orElse(-1);
                    count += tokens[at] >= 0 ? 1 : 0;
                }
            }
            if (isWhole()) {
                for (int end : ends) {
                    tokens[count++] = end;
                }
            }
            if (count == 0) {
                throw new GgufException("its vocabulary has no tokens for digits");
            }
            int token = pen.draw(logits, tokens, count);
            char c = (char) vocabulary.bytes(token)[0];
            if (isWhole() && ",}]".indexOf(c) >= 0) {
                return true;
            }
            pen.write(token, logits);
            put(c);
            return isWhole() && "0123456789.".chars().noneMatch(next -> isPossible((char) next));
        }

        private void put(char c) {
            if (c == '-') {
                isNegative = true;
            } else if (c == '.') {
                places = 0;
            } else {
                value = value * 10 + (c - '0');
                digits++;
                places += places >= 0 ? 1 : 0;
            }
        }

        private boolean isPossible(char c) {
            if (c == '-') {
                return digits == 0 && !isNegative && least < 0;
            }
            if (c == '.') {
                long whole = value * power(decimals);
                return decimals > 0
                        && places < 0
                        && digits > 0
                        && isWithin(isNegative, whole, whole + power(decimals) - 1);
            }
            long next = value * 10 + (c - '0');
            if (places >= 0) {
                long unit = places < decimals ? power(decimals - places - 1) : 0;
                return unit > 0 && isWithin(isNegative, next * unit, (next + 1) * unit - 1);
            }
            return !(digits > 0 && value == 0) && canGrow(next);
        }

        /** Whether some more digits can bring a whole part within the bounds. */
        private boolean canGrow(long whole) {
            int more = whole == 0 ? 0 : MOST_DIGITS - digits - 1;
            for (int i = 0; i <= more; i++) {
                long unit = power(i) * power(decimals);
                if (isWithin(isNegative, whole * unit, (whole + 1) * unit - 1)) {
                    return true;
                }
            }
            return false;
        }

        private boolean isWhole() {
            long size = value * power(decimals - Math.max(0, places));
            return digits > 0 && places != 0 && isWithin(isNegative, size, size);
        }
    }
}
