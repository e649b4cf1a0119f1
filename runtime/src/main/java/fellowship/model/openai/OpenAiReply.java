package fellowship.model.openai;

import fellowship.chat.ChatRequest;
import fellowship.chat.Completion;
import fellowship.chat.Finish;
import fellowship.chat.TokenLogprob;
import fellowship.chat.Usage;
import fellowship.model.fault.FaultTable;
import fellowship.model.http.Counts;
import fellowship.model.http.JsonReply;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** Reads an answer. What is not a whole, usable completion is a fault or an ending other than complete, never a guess. */
final class OpenAiReply {

    private OpenAiReply() {}

    static Completion read(JsonReply reply, ChatRequest request) {
        JsonNode choice = firstChoice(reply);
        JsonNode message = choice.path("message");
        if (!message.isObject()) {
            throw reply.fault("null-message", "");
        }
        Finish finish =
                FaultTable.standard().finish(choice.path("finish_reason").asString(null));
        Thinking thinking = Thinking.split(content(reply, message.path("content")));
        String refusal = reply.text(message.path("refusal"));
        if (!refusal.isEmpty()) {
            finish = Finish.REFUSAL;
        } else if (thinking.isOpen() && finish == Finish.COMPLETE) {
            finish = Finish.LENGTH;
        }
        String text = thinking.text().isEmpty() ? refusal : thinking.text();
        Usage usage = usage(reply.root().path("usage"), request, text);
        if (text.isBlank()) {
            checkEmpty(reply, message, finish, usage);
        }
        return new Completion(
                text,
                reasoning(reply, message, thinking),
                finish,
                usage,
                named(reply.text(reply.root().path("model")), request.model().model()),
                reply.requestId().or(() -> filled(reply.text(reply.root().path("id")))),
                logprobs(reply, choice.path("logprobs").path("content")));
    }

    private static JsonNode firstChoice(JsonReply reply) {
        JsonNode choices = reply.root().path("choices");
        if (!choices.isArray()) {
            throw reply.fault("null-choices", "");
        }
        if (choices.isEmpty()) {
            throw reply.fault("no-choices", "");
        }
        for (JsonNode choice : choices) {
            if (choice.path("index").asInt(-1) == 0) {
                return choice;
            }
        }
        return choices.get(0);
    }

    /** Text, or a list of parts with text in them. */
    private static String content(JsonReply reply, JsonNode content) {
        return content.isArray()
                ? content.valueStream()
                        .map(part -> reply.text(part.path("text")))
                        .collect(Collectors.joining())
                : reply.text(content);
    }

    /** A reply without a word is an answer only where the ending says why. */
    private static void checkEmpty(JsonReply reply, JsonNode message, Finish finish, Usage usage) {
        if (finish == Finish.FILTER || finish == Finish.REFUSAL) {
            return;
        }
        if (message.path("tool_calls").size() > 0) {
            throw reply.fault("tools", "");
        }
        throw reply.fault(finish == Finish.LENGTH ? "empty-length" : "empty", usage.outputTokens() + " tokens");
    }

    private static Optional<String> reasoning(JsonReply reply, JsonNode message, Thinking thinking) {
        return filled(reply.text(message.path("reasoning_content")))
                .or(() -> filled(reply.text(message.path("reasoning"))))
                .or(() -> filled(thinking.thought()));
    }

    /** Some servers count hidden reasoning in the total only. */
    private static Usage usage(JsonNode usage, ChatRequest request, String text) {
        long input = usage.path("prompt_tokens").asLong(-1);
        long output = usage.path("completion_tokens").asLong(-1);
        long total = usage.path("total_tokens").asLong(-1);
        if (input > 0 && output >= 0 && total > input + output) {
            output = total - input;
        }
        return Counts.of(request, input, output, !text.isEmpty());
    }

    private static List<TokenLogprob> logprobs(JsonReply reply, JsonNode tokens) {
        if (!tokens.isArray()) {
            return List.of();
        }
        List<TokenLogprob> read = new ArrayList<>(tokens.size());
        for (JsonNode token : tokens) {
            if (token.path("logprob").isNumber() && token.path("token").isString()) {
                read.add(new TokenLogprob(
                        reply.text(token.path("token")),
                        token.path("logprob").doubleValue(),
                        logprobs(reply, token.path("top_logprobs"))));
            }
        }
        return read;
    }

    private static String named(String answered, String asked) {
        return answered.isEmpty() ? asked : answered;
    }

    private static Optional<String> filled(String text) {
        return text.isBlank() ? Optional.empty() : Optional.of(text);
    }
}
