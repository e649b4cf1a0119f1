package fellowship.model.embedded;

import fellowship.chat.TokenLogprob;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Log-probabilities of a token and of the likeliest ones beside it. */
final class Likeliest {

    private Likeliest() {}

    static TokenLogprob of(Logits logits, int token, int top, Vocabulary vocabulary) {
        double sum = logits.logSum();
        List<TokenLogprob> others = new ArrayList<>();
        for (int other : tokens(logits, top)) {
            others.add(new TokenLogprob(text(vocabulary, other), logprob(logits, other, sum), List.of()));
        }
        return new TokenLogprob(text(vocabulary, token), logprob(logits, token, sum), others);
    }

    static String text(Vocabulary vocabulary, int token) {
        return new String(vocabulary.bytes(token), StandardCharsets.UTF_8);
    }

    static double logprob(Logits logits, int token, double logSum) {
        return Math.min(0, logits.of(token) - logSum);
    }

    /** The likeliest first; of equal ones the lower number. */
    private static int[] tokens(Logits logits, int top) {
        int[] best = new int[Math.min(top, logits.count())];
        int size = 0;
        for (int token = 0; token < logits.count(); token++) {
            int at = size;
            while (at > 0 && logits.of(token) > logits.of(best[at - 1])) {
                at--;
            }
            if (at < best.length) {
                size = Math.min(size + 1, best.length);
                System.arraycopy(best, at, best, at + 1, size - at - 1);
                best[at] = token;
            }
        }
        return best;
    }
}
