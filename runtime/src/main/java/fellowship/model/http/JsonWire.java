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

    private static final String REFUSED_KEY = "unauthorised";

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
        return Mono.defer(() -> {
            int generation = transport.generation();
            return once(who, path, body, reader)
                    .onErrorResume(
                            ModelException.class,
                            fault -> fault.reason().equals(REFUSED_KEY)
                                    ? again(generation, fault, once(who, path, body, reader))
                                    : Mono.error(fault));
        });
    }

    private <T> Mono<T> once(String who, String path, byte[] body, Function<JsonReply, T> reader) {
        return transport.post(who, path, body).flatMap(reply -> {
            Mono<T> read = Mono.fromCallable(() -> read(who, reply, reader));
            return reply.body().size() <= SMALL
                    ? read
                    : read.subscribeOn(transport.time().scheduler());
        });
    }

    /** A token that has run out is read anew, once; a command that makes one may take its time. */
    private <T> Mono<T> again(int refused, ModelException fault, Mono<T> call) {
        return Mono.fromCallable(() -> transport.renewed(refused))
                .subscribeOn(Schedulers.boundedElastic())
                .flatMap(another -> another ? call : Mono.error(fault));
    }

    <T> T read(String who, HttpReply reply, Function<JsonReply, T> reader) {
        RateHeaders rates =
                RateHeaders.read(reply::header, () -> transport.time().now());
        if (rates != RateHeaders.NONE) {
            listener.observed(rates);
        }
        Refusal refusal = new Refusal(who, reply, rates, transport.secrets());
        Body body = new Body();
        try {
            body = reply.unpacked();
            if (reply.status() < 200 || reply.status() >= 300) {
                throw refusal.byStatus(body);
            }
            return answer(refusal, body, reader);
        } catch (WireFault fault) {
            throw refusal.seen(fault.mark(), String.valueOf(fault.getMessage()), body);
        }
    }

    private static <T> T answer(Refusal refusal, Body body, Function<JsonReply, T> reader) {
        if (EventStream.is(body)) {
            throw EventStream.error(body)
                    .map(error -> refusal.inside(error, body))
                    .orElseGet(() -> refusal.seen("stream", "", body));
        }
        JsonNode root = Json.read(body);
        Optional<ErrorBody> error = ErrorBody.of(root, false);
        if (error.isPresent()) {
            throw refusal.inside(error.get(), body);
        }
        if (!root.isObject()) {
            throw new WireFault("not-json", "the body is not a JSON object");
        }
        try {
            return reader.apply(new JsonReply(root, body, refusal));
        } catch (ModelException | WireFault known) {
            throw known;
        } catch (RuntimeException unread) {
            throw new WireFault("null-choices", "a field is of another type than this wire has");
        }
    }
}
