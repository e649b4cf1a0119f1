package fellowship.model.embedded;

/**
 * The inside of a JSON string. It ends where the model would write the closing quote or end its turn, or at its greatest
 * length.
 *
 * @param least characters at least
 * @param most characters at most
 */
record TextForm(int least, int most, StringBytes.Table table) implements ValueForm {

    /** A character can take four tokens of one byte each. */
    @Override
    public int floor() {
        return JsonShape.times(4, least);
    }

    @Override
    public Filling start() {
        return new Text();
    }

    final class Text implements Filling {

        private int state = StringBytes.BETWEEN;
        private int characters;
        private int whole = -1;

        @Override
        public boolean step(Logits logits, Pen pen, int spare) {
            if (whole < 0) {
                whole = pen.length();
            }
            boolean mayEnd = characters >= least;
            if (spare <= 0 && mayEnd) {
                return end(pen);
            }
            int[] tokens = table.allowed(state, mayEnd);
            if (tokens.length == 0) {
                return end(pen);
            }
            int token = pen.draw(logits, tokens, tokens.length);
            byte[] bytes = pen.vocabulary().bytes(token);
            int taken = take(bytes);
            if (taken == bytes.length && taken > 0) {
                pen.write(token, logits);
                whole = state == StringBytes.BETWEEN ? pen.length() : whole;
                return false;
            }
            int[] rest = table.cover(bytes, taken);
            if (rest.length <= spare) {
                pen.force(rest);
                whole = state == StringBytes.BETWEEN ? pen.length() : whole;
            }
            return end(pen);
        }

        /** Goes over the bytes up to a quote or the greatest length; tells how many it took. */
        private int take(byte[] bytes) {
            for (int i = 0; i < bytes.length; i++) {
                int next = StringBytes.next(state, bytes[i]);
                boolean isNew = state == StringBytes.BETWEEN;
                if (next == StringBytes.END || (isNew && characters == most)) {
                    return i;
                }
                characters += isNew ? 1 : 0;
                state = next;
            }
            return bytes.length;
        }

        /** Half a character or half an escape at the end is taken back. */
        private boolean end(Pen pen) {
            pen.cut(whole);
            return true;
        }
    }
}
