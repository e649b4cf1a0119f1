package fellowship.model.http;

import fellowship.chat.ChatRequest;
import fellowship.chat.Message;
import fellowship.chat.Part;
import fellowship.chat.Usage;

/** Token counts, believed only as far as they can be true. */
public final class Counts {

    /** No single call takes more. */
    private static final long MOST = 1_000_000_000;

    private static final long PER_MESSAGE = 4;
    private static final long PER_IMAGE = 1_100;

    private Counts() {}

    /**
     * What a call took.
     *
     * @param input as the provider says, anything below 1 when it does not
     * @param output as the provider says, below 0 when it does not
     * @param saidSomething whether the completion holds any text, so that it cannot have taken no tokens
     */
    public static Usage of(ChatRequest request, long input, long output, boolean saidSomething) {
        boolean inputGood = input > 0 && input <= MOST;
        boolean outputGood = output >= 0 && output <= MOST && !(output == 0 && saidSomething);
        return inputGood && outputGood
                ? Usage.of(input, output)
                : new Usage(
                        inputGood ? input : estimate(request),
                        outputGood ? output : request.sampling().maxTokens(),
                        true);
    }

    /** About how many tokens a request has. */
    public static long estimate(ChatRequest request) {
        long sum = 0;
        for (Message message : request.messages()) {
            sum += PER_MESSAGE;
            for (Part part : message.parts()) {
                sum += part instanceof Part.Text text ? Usage.estimate(text.text()) : PER_IMAGE;
            }
        }
        return sum;
    }
}
