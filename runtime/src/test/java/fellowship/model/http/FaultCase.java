package fellowship.model.http;

import fellowship.chat.Completion;
import fellowship.chat.ModelException;
import fellowship.chat.Reaction;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * One thing a server does, and how the call ends.
 *
 * @param row of the fault table
 * @param what for a person
 * @param plays what is done with the first request, the second and so on, in each way of sending
 * @param expected how the call ends
 * @param requests how many requests are sent
 */
record FaultCase(int row, String what, List<RawServer.Play> plays, Expected expected, int requests) {

    /** How a call ends. */
    record Expected(
            Optional<Reaction> reaction,
            String reason,
            Predicate<ModelException> alsoFault,
            Predicate<Completion> alsoAnswer) {}

    static Expected fails(Reaction reaction, String reason) {
        return fails(reaction, reason, fault -> true);
    }

    static Expected fails(Reaction reaction, String reason, Predicate<ModelException> also) {
        return new Expected(Optional.of(reaction), reason, also, completion -> false);
    }

    static Expected answers(Predicate<Completion> also) {
        return new Expected(Optional.empty(), "", fault -> false, also);
    }

    /** Does one play after the other; the last again and again. */
    RawServer.Play play() {
        Deque<RawServer.Play> left = new ArrayDeque<>(plays);
        return (socket, out) -> {
            RawServer.Play next;
            synchronized (left) {
                next = left.size() > 1 ? left.removeFirst() : left.getFirst();
            }
            next.on(socket, out);
        };
    }

    @Override
    public String toString() {
        return row + " " + what;
    }

    /** Gathers cases. */
    static final class Cases {

        final List<FaultCase> all = new ArrayList<>();
        final Speech speech;

        Cases(Speech speech) {
            this.speech = speech;
        }

        /** One answer, in all ways of sending. */
        void reply(int row, int status, String headers, String body, Expected expected) {
            reply(row, Sending.Reply.of(status, headers, body), expected);
        }

        void reply(int row, Sending.Reply reply, Expected expected) {
            for (Sending way : Sending.values()) {
                boolean large = reply.body().length > 100_000;
                if (!large || way == Sending.WHOLE || way == Sending.UNTIL_CLOSED) {
                    play(row, reply.status() + " " + way, way.of(reply), expected);
                }
            }
        }

        void error(int row, int status, String code, String message, Expected expected) {
            reply(row, status, "", speech.error(code, message), expected);
        }

        void ok(int row, String body, Expected expected) {
            reply(row, 200, "Content-Type: application/json\r\n", body, expected);
        }

        void play(int row, String what, RawServer.Play play, Expected expected) {
            all.add(new FaultCase(row, what, List.of(play), expected, 1));
        }

        /** A refusal, and what comes when the request was changed. */
        void mended(int row, int status, String code, String message) {
            for (Sending way : Sending.values()) {
                all.add(new FaultCase(
                        row,
                        "mended " + way,
                        List.of(
                                way.of(Sending.Reply.of(status, "", speech.error(code, message))),
                                way.of(Sending.Reply.of(200, "", speech.good()))),
                        answers(completion -> completion.text().equals("Blue.")),
                        2));
            }
        }
    }
}
