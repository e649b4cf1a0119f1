package fellowship.model.embedded;

import fellowship.chat.Finish;
import fellowship.chat.TokenLogprob;
import java.util.List;

/** A reply in the model's own words, until it ends its turn, a stop text comes, or the tokens are used up. */
final class FreeReply implements Reply {

    private static final int[] NOTHING = {};
    private static final String TORN = "\uFFFD";

    private final Pen pen;
    private final int most;
    private final List<String> stop;
    private Finish finish = Finish.UNKNOWN;
    private String text = "";

    FreeReply(Pen pen, int most, List<String> stop) {
        this.pen = pen;
        this.most = most;
        this.stop = stop.stream().filter(ending -> !ending.isEmpty()).toList();
    }

    @Override
    public int[] opening() {
        return NOTHING;
    }

    @Override
    public int[] next(Logits logits) {
        int token = pen.draw(logits);
        if (pen.vocabulary().isEnd(token)) {
            end(pen.text(0), Finish.COMPLETE);
            return NOTHING;
        }
        int before = pen.length();
        pen.write(token, logits);
        if (!stop.isEmpty() && hasStopped(before)) {
            return NOTHING;
        }
        if (pen.written() >= most) {
            String whole = pen.text(0);
            end(whole.endsWith(TORN) ? whole.substring(0, whole.length() - 1) : whole, Finish.LENGTH);
            return NOTHING;
        }
        return pen.fresh();
    }

    /** Looks for the first stop text, from where one that the last token completes could begin. */
    private boolean hasStopped(int before) {
        int reach = stop.stream().mapToInt(ending -> 4 * ending.length()).max().orElse(0);
        if (stop.stream().noneMatch(pen.text(Math.max(0, before - reach))::contains)) {
            return false;
        }
        String whole = pen.text(0);
        int at = stop.stream()
                .mapToInt(whole::indexOf)
                .filter(index -> index >= 0)
                .min()
                .orElse(-1);
        if (at >= 0) {
            end(whole.substring(0, at), Finish.COMPLETE);
        }
        return at >= 0;
    }

    private void end(String whole, Finish how) {
        text = whole;
        finish = how;
    }

    @Override
    public boolean isDone() {
        return finish != Finish.UNKNOWN;
    }

    @Override
    public String text() {
        return text;
    }

    @Override
    public Finish finish() {
        return finish;
    }

    @Override
    public int written() {
        return pen.written();
    }

    @Override
    public List<TokenLogprob> logprobs() {
        return pen.logprobs();
    }
}
