package fellowship.model.embedded;

import fellowship.chat.ChatRequest;
import fellowship.chat.Message;
import fellowship.chat.ModelRef;
import fellowship.chat.Part;
import fellowship.chat.Reaction;
import java.util.List;

/** Makes work out of requests. */
final class Replies {

    private Replies() {}

    static Asked.Work work(ChatRequest request, LanguageModel model) {
        int most = request.sampling().maxTokens();
        int[] prompt = prompt(request.messages(), most, request.model(), model);
        Chance chance = Chance.of(request.sampling());
        Pen pen = new Pen(
                model.tokenizer().vocabulary(),
                new Sampler(chance, chance.seed(prompt, request.draw())),
                request.sampling().topLogprobs());
        Reply reply = request.schema().isPresent()
                ? new JsonReply(model.schemas().read(request.schema().get().schema()), pen, most)
                : new FreeReply(pen, most, request.sampling().stop());
        return new Asked.Work(prompt, reply, most, false);
    }

    static Asked.Work scoring(List<Message> messages, String text, LanguageModel model) {
        int[] reply = model.tokenizer().encode(text);
        if (reply.length == 0) {
            throw new IllegalArgumentException("a text without tokens has no likelihood");
        }
        int[] prompt = prompt(messages, reply.length, new ModelRef("embedded", ""), model);
        return new Asked.Work(prompt, new Scoring(reply), reply.length, true);
    }

    private static int[] prompt(List<Message> messages, int most, ModelRef ref, LanguageModel model) {
        long characters = 0;
        for (Message message : messages) {
            if (message.parts().stream().anyMatch(Part.Image.class::isInstance)) {
                throw Faults.fault(
                        "bad-request", Reaction.RUN, ref, "the embedded model sees no pictures; use a model that does");
            }
            characters += message.text().length();
        }
        // Not worth cutting into tokens: no token stands for more bytes than the longest.
        boolean isHopeless = characters / model.tokenizer().vocabulary().longest() > model.context();
        int[] prompt = isHopeless ? new int[0] : model.template().write(messages);
        if (isHopeless || (long) prompt.length + most > model.context()) {
            String size = isHopeless ? "more than " + model.context() : String.valueOf(prompt.length);
            throw Faults.fault(
                    "context-length",
                    Reaction.ROW,
                    ref,
                    "the prompt has " + size + " tokens and the completion may have " + most
                            + "; together they must fit in " + model.context()
                            + "; shorten the prompt or lower maxTokens");
        }
        return prompt;
    }
}
