package fellowship.ask;

import fellowship.prompt.Answer;
import fellowship.row.Reply;
import java.util.List;

/**
 * An answer with the replies it was read from.
 *
 * @param answer what could be read
 * @param replies one, or two where the first needed its repair turn
 */
public record Asked<T>(Answer<T> answer, List<Reply> replies) {

    public Asked {
        replies = List.copyOf(replies);
    }

    /** The reply that the answer was read from. */
    public Reply reply() {
        return replies.get(replies.size() - 1);
    }

    /** The keys of all calls it took. */
    public List<String> calls() {
        return replies.stream().map(Reply::call).toList();
    }
}
