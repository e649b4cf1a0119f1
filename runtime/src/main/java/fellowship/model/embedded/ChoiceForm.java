package fellowship.model.embedded;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * One of some texts. The tokens that begin one of those still possible are drawn from, until only one is left.
 *
 * @param options the JSON texts, each different
 */
record ChoiceForm(List<byte[]> options, Vocabulary vocabulary, int[] ends) implements ValueForm {

    static ChoiceForm of(List<String> options, Vocabulary vocabulary) {
        return new ChoiceForm(
                options.stream()
                        .distinct()
                        .map(option -> option.getBytes(StandardCharsets.UTF_8))
                        .toList(),
                vocabulary,
                Ends.of(vocabulary));
    }

    @Override
    public int floor() {
        return options.stream().mapToInt(option -> option.length).max().orElse(0);
    }

    @Override
    public Filling start() {
        return new Choice(options);
    }

    private final class Choice implements Filling {

        private List<byte[]> left;
        private int at;

        Choice(List<byte[]> options) {
            this.left = options;
        }

        @Override
        public boolean step(Logits logits, Pen pen, int spare) {
            if (left.size() > 1) {
                int[] tokens = tokens();
                int token = pen.draw(logits, tokens, tokens.length);
                byte[] bytes = isEnd(token) ? new byte[0] : vocabulary.bytes(token);
                if (bytes.length == 0) {
                    return true;
                }
                pen.write(token, logits);
                left = left.stream().filter(option -> goesOn(option, bytes)).toList();
                at += bytes.length;
            }
            if (left.size() > 1) {
                return false;
            }
            byte[] rest = java.util.Arrays.copyOfRange(left.get(0), at, left.get(0).length);
            pen.force(new StringBytes.Table(vocabulary).cover(rest, rest.length));
            return true;
        }

        private boolean isEnd(int token) {
            return hasWhole() && java.util.Arrays.stream(ends).anyMatch(end -> end == token);
        }

        private boolean hasWhole() {
            return left.stream().anyMatch(option -> option.length == at);
        }

        private int[] tokens() {
            Set<Integer> found = new LinkedHashSet<>();
            for (byte[] option : left) {
                for (int to = at + 1; to <= Math.min(option.length, at + vocabulary.longest()); to++) {
                    vocabulary.ofBytes(option, at, to).ifPresent(found::add);
                }
            }
            if (hasWhole()) {
                for (int end : ends) {
                    found.add(end);
                }
            }
            return found.stream().mapToInt(token -> token).toArray();
        }

        private boolean goesOn(byte[] option, byte[] bytes) {
            int to = at + bytes.length;
            return to <= option.length && java.util.Arrays.equals(option, at, to, bytes, 0, bytes.length);
        }
    }
}
