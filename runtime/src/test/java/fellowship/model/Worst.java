package fellowship.model;

import fellowship.chat.ChatRequest;
import fellowship.config.Price;

/** The most that a request can cost, as the budget reckons. */
public final class Worst {

    private Worst() {}

    /** In millionths of a US dollar. */
    public static long micros(ChatRequest request, Price price) {
        return new Bill(price).worst(request);
    }
}
