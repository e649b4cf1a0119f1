package fellowship.model.http;

import static fellowship.chat.Reaction.FIX;
import static fellowship.chat.Reaction.RETRY;
import static fellowship.chat.Reaction.ROW;
import static fellowship.chat.Reaction.RUN;
import static fellowship.chat.Reaction.SLOW;
import static fellowship.model.http.FaultCase.answers;
import static fellowship.model.http.FaultCase.fails;

import fellowship.chat.Completion;
import fellowship.chat.Finish;
import java.util.List;
import java.util.function.Predicate;

/** Rows 27 to 59: answers of status 200 that are none, or none to build on; and streams that nobody asked for. */
final class AnswerFaults {

    private AnswerFaults() {}

    static void add(FaultCase.Cases to) {
        inside(to);
        empty(to);
        endings(to);
        numbers(to);
        streams(to);
    }

    private static Predicate<Completion> ends(Finish finish) {
        return completion -> completion.finish() == finish;
    }

    private static void inside(FaultCase.Cases to) {
        to.ok(27, "{\"error\":{\"code\":429,\"message\":\"slow\"}}", fails(SLOW, "rate-limited"));
        to.ok(27, "{\"error\":{\"message\":\"hm\"}}", fails(RETRY, "error-in-answer"));
        to.ok(27, "{\"code\":400,\"message\":\"Provider returned error\"}", fails(ROW, "bad-request"));
        to.ok(27, "{\"code\":402,\"message\":\"pay\"}", fails(RUN, "no-credit"));
        to.ok(27, to.speech.error("overloaded_error", "x"), fails(RETRY, "overloaded"));
        to.ok(28, "<!doctype html><html>Welcome</html>", fails(RETRY, "not-json"));
        to.ok(28, "", fails(RETRY, "not-json"));
        to.ok(28, "\"just words\"", fails(RETRY, "not-json"));
        to.ok(28, to.speech.good() + to.speech.good(), fails(RETRY, "not-json"));
        to.reply(28, 204, "", "", fails(RETRY, "not-json"));
        String blocked = ",\"promptFeedback\":{\"blockReason\":\"SAFETY\"}}";
        to.ok(39, "{\"candidates\":[]" + blocked, fails(ROW, "filtered-input"));
        to.ok(39, "{\"choices\":null" + blocked, fails(ROW, "filtered-input"));
    }

    private static void empty(FaultCase.Cases to) {
        Speech speech = to.speech;
        to.ok(
                29,
                speech.pick("{\"choices\":[]}", "{\"content\":[],\"stop_reason\":\"end_turn\"}"),
                fails(RETRY, "empty"));
        for (String body : List.of(
                speech.pick("{\"choices\":null}", "{\"content\":null}"),
                "{}",
                speech.pick("{\"choices\":5}", "{\"content\":\"Blue.\"}"))) {
            to.ok(30, body, fails(RETRY, "wrong-shape"));
        }
        to.ok(31, speech.pick("{\"choices\":[{\"message\":null}]}", "{\"content\":[null]}"), fails(RETRY, "empty"));
        to.ok(
                32,
                speech.pick(
                        "{\"choices\":[{\"message\":{\"content\":null,\"tool_calls\":[{\"id\":\"t\"}]},"
                                + "\"finish_reason\":\"tool_calls\"}]}",
                        "{\"content\":[{\"type\":\"tool_use\",\"name\":\"rm\",\"input\":{}}],\"stop_reason\":\"tool_use\"}"),
                fails(RETRY, "unasked-tools"));
        to.ok(33, speech.saying("\"\"", speech.stop), fails(RETRY, "empty"));
        to.ok(33, speech.saying("\" \\n\"", speech.stop), fails(RETRY, "empty"));
        to.ok(34, speech.saying("\"\"", speech.length), fails(FIX, "reasoning-exhausted"));
        to.ok(40, speech.saying("\"\"", "MALFORMED_FUNCTION_CALL"), fails(RETRY, "unasked-tools"));
    }

    private static void endings(FaultCase.Cases to) {
        Speech speech = to.speech;
        to.ok(
                35,
                speech.pick(
                        "{\"choices\":[{\"message\":{\"content\":null,\"refusal\":\"I will not.\"},"
                                + "\"finish_reason\":\"stop\"}]}",
                        speech.saying("\"I will not.\"", "refusal")),
                answers(ends(Finish.REFUSAL).and(completion -> completion.text().equals("I will not."))));
        to.ok(37, speech.saying("\"Blu\"", speech.length), answers(ends(Finish.LENGTH)));
        for (String word :
                List.of("content_filter", "SAFETY", "RECITATION", "BLOCKLIST", "PROHIBITED_CONTENT", "SPII")) {
            to.ok(38, speech.saying("\"Blu\"", word), answers(ends(Finish.FILTER)));
        }
        for (String word : List.of("pause_turn", "some_future_word", "OTHER")) {
            to.ok(41, speech.saying("\"Blu\"", word), answers(ends(Finish.UNKNOWN)));
        }
        to.ok(41, speech.saying("\"Blu\"", "model_context_window_exceeded"), answers(ends(Finish.LENGTH)));
        to.ok(42, speech.saying("\"Blue.\"", null), answers(ends(Finish.UNKNOWN)));
        Predicate<Completion> apart = completion -> completion.text().equals("Blue.")
                && completion.reasoning().orElse("").equals("sky");
        to.ok(
                43,
                speech.pick(
                        speech.saying("\"<think>sky</think>Blue.\"", "stop"),
                        "{\"content\":[{\"type\":\"thinking\",\"thinking\":\"sky\"},{\"type\":\"text\",\"text\":\"Blue.\"}],"
                                + "\"stop_reason\":\"end_turn\"}"),
                answers(apart.and(ends(Finish.COMPLETE))));
        to.ok(
                43,
                speech.saying("\"<think>sky and\"", speech.length),
                speech.pick("y", "n").equals("y") ? fails(FIX, "reasoning-exhausted") : answers(ends(Finish.LENGTH)));
    }

    private static void numbers(FaultCase.Cases to) {
        Speech speech = to.speech;
        String stop = "\"" + speech.stop + "\"";
        for (String usage : List.of(
                "",
                ",\"usage\":null",
                speech.usage("0", "0"),
                speech.usage("-5", "9"),
                speech.usage("3", "null"),
                speech.usage("\"many\"", "9"))) {
            to.ok(44, speech.answer("\"Blue.\"", stop, "m", usage), answers(completion -> completion
                    .usage()
                    .estimated()));
        }
        to.ok(
                45,
                speech.pick(
                        "{\"choices\":[{\"message\":{\"content\":\"Blue.\"},\"logprobs\":{\"content\":[{\"token\":\"Blue\","
                                + "\"logprob\":null},{\"token\":\".\",\"logprob\":-0.5},7]},\"finish_reason\":\"stop\"}]}",
                        speech.good()),
                answers(completion -> completion.text().equals("Blue.")
                        && completion.logprobs().size() <= 1));
        to.ok(
                46,
                speech.answer("\"Blue.\"", stop, "another-model", speech.usage("3", "9")),
                answers(completion -> completion.model().equals("another-model")));
        to.ok(
                47,
                speech.pick(
                        "{\"choices\":[{\"index\":1,\"message\":{\"content\":\"Red.\"},\"finish_reason\":\"stop\"},"
                                + "{\"index\":0,\"message\":{\"content\":\"Blue.\"},\"finish_reason\":\"stop\"}]}",
                        speech.good()),
                answers(completion -> completion.text().equals("Blue.")));
    }

    private static void streams(FaultCase.Cases to) {
        String chunk =
                "data: {\"id\":\"c\",\"choices\":[{\"index\":0,\"delta\":{\"content\":\"Blue \\u00e9\u00e9\"}}]}\n\n";
        String usage = "data: {\"choices\":[],\"usage\":{\"prompt_tokens\":3,\"completion_tokens\":2}}\n\n";
        String done = "data: [DONE]\n\n";
        FaultCase.Expected none = fails(RETRY, "stream");
        stream(to, 51, chunk, none);
        stream(to, 51, "event: message_start\ndata: {\"type\":\"message_start\"}\n\n", none);
        byte[] cut = chunk.getBytes(java.nio.charset.StandardCharsets.UTF_8);
        to.reply(52, new Sending.Reply(200, "", java.util.Arrays.copyOf(cut, cut.length - 8)), none);
        stream(
                to,
                53,
                chunk + "event: error\ndata: {\"type\":\"error\",\"error\":{\"type\":\"overloaded_error\",\"message\":"
                        + "\"Overloaded\"}}\n\n",
                fails(RETRY, "overloaded"));
        stream(to, 53, "data: {\"error\":{\"code\":429,\"message\":\"slow\"}}\n\n", fails(SLOW, "rate-limited"));
        stream(to, 56, chunk + chunk + chunk.replace("\"index\":0", "\"index\":4") + done, none);
        stream(to, 57, chunk + usage + done, none);
        stream(to, 57, chunk + done, none);
        stream(to, 58, (chunk + done).replace("\n", "\r\n"), none);
        stream(to, 58, (chunk + done).replace("\n", "\r"), none);
        stream(to, 58, "\ufeff" + chunk + "data\n" + done.strip(), none);
        stream(to, 59, "event: brand_new\ndata: {\"a\":1}\n\n" + chunk + done, none);
    }

    private static void stream(FaultCase.Cases to, int row, String body, FaultCase.Expected expected) {
        to.reply(row, 200, "Content-Type: text/event-stream\r\n", body, expected);
    }
}
