package fellowship.model.embedded;

/** Reads a text that is given and notes how likely each of its tokens was. */
final class Scoring implements Composer {

    private static final int[] NOTHING = {};

    private final int[] text;
    private final double[] logprobs;
    private int done;

    Scoring(int[] text) {
        this.text = text;
        this.logprobs = new double[text.length];
    }

    /** All but the last token: what follows that one is not asked. */
    @Override
    public int[] opening() {
        return java.util.Arrays.copyOf(text, text.length - 1);
    }

    @Override
    public int[] next(Logits logits) {
        logprobs[done] = Likeliest.logprob(logits, text[done], logits.logSum());
        done++;
        return NOTHING;
    }

    @Override
    public boolean isDone() {
        return done == text.length;
    }

    double[] logprobs() {
        return logprobs;
    }
}
