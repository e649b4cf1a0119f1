package fellowship.model.http;

import fellowship.chat.ModelException;
import java.util.Optional;
import java.util.function.Function;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import tools.jackson.databind.JsonNode;

/**
 * JSON requests and JSON answers over one transport. Tells the listener what each answer's headers say about limits, and
 * makes an exception by the fault table of whatever is not an answer.
 */
public final class JsonWire {

    /** Bodies up to this many bytes are read where they arrive: moving them costs more than reading them. */
    private static final int SMALL = 65_536;

    private final HttpTransport transport;
    private final RateListener listener;

    public JsonWire(HttpTransport transport, RateListener listener) {
        this.transport = transport;
        this.listener = listener;
    }

    /**
     * @param who which provider and model, for messages
     * @param path below the provider's URL
     * @param body the request
     * @param reader makes the result of an answer; may throw what {@link JsonReply#fault} gives
     */
    public <T> Mono<T> post(String who, String path, byte[] body, Function<JsonReply, T> reader) {
        return transport.post(who, path, body).flatMap(reply -> {
            Mono<T> read = Mono.fromCallable(() -> read(who, reply, reader));
            return reply.body().size() <= SMALL ? read : read.subscribeOn(Schedulers.parallel());
        });
    }

    private <T> T read(String who, HttpReply reply, Function<JsonReply, T> reader) {
        RateHeaders rates =
                RateHeaders.read(reply::header, () -> transport.time().now());
        if (rates != RateHeaders.NONE) {
            listener.observed(rates);
        }
        Refusal refusal = new Refusal(who, reply, rates, transport.key());
        byte[] bytes = new byte[0];
        try {
            bytes = reply.bytes();
            if (reply.status() < 200 || reply.status() >= 300) {
                throw refusal.byStatus(bytes);
            }
            return answer(refusal, bytes, reader);
        } catch (WireFault fault) {
            throw refusal.seen(fault.mark(), String.valueOf(fault.getMessage()), bytes);
        }
    }

    private static <T> T answer(Refusal refusal, byte[] bytes, Function<JsonReply, T> reader) {
        JsonNode root = Json.read(bytes);
        Optional<ErrorBody> error = ErrorBody.of(root, false);
        if (error.isPresent()) {
            throw refusal.inside(error.get(), bytes);
        }
        if (!root.isObject()) {
            throw new WireFault("not-json", "the body is not a JSON object");
        }
        try {
            return reader.apply(new JsonReply(root, bytes, refusal));
        } catch (ModelException | WireFault known) {
            throw known;
        } catch (RuntimeException unread) {
            throw new WireFault("null-choices", "a field is of another type than this wire has");
        }
    }
}
