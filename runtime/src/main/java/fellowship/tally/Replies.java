package fellowship.tally;

import fellowship.chat.Message;
import fellowship.chat.Role;
import fellowship.row.Judgment;
import fellowship.row.Reply;
import java.util.List;

/** Tells a repair turn from what else a judge was asked, by how the repair question begins. */
final class Replies {

    private Replies() {}

    /** Whether a reply had to be asked for again since the one before could not be read. */
    static boolean repaired(Judgment judgment) {
        return judgment.replies().stream().anyMatch(Replies::repair);
    }

    private static boolean repair(Reply reply) {
        List<Message> asked = reply.asked();
        if (asked.size() < 2 || asked.get(asked.size() - 1).role() != Role.USER) {
            return false;
        }
        String last = asked.get(asked.size() - 1).text();
        return last.startsWith("That reply could not be read: ") || last.startsWith("The reply was empty. ");
    }
}
