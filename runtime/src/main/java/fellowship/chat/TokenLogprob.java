package fellowship.chat;

import java.util.List;

/**
 * The natural log-probability of one token of a completion.
 *
 * @param token its text
 * @param logprob 0 or less
 * @param top the likeliest tokens at that place, where they were asked for; their own {@code top} is empty
 */
public record TokenLogprob(String token, double logprob, List<TokenLogprob> top) {

    public TokenLogprob {
        top = List.copyOf(top);
    }
}
