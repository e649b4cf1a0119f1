package fellowship.model.http;

import fellowship.chat.ModelException;
import fellowship.config.ProviderSettings;
import fellowship.model.fault.FaultFacts;
import fellowship.model.fault.FaultTable;
import fellowship.model.fault.Stage;
import fellowship.seam.Time;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.HttpHeaderNames;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * The connections to one provider. Sends one request and brings back its whole answer: once, never again by itself,
 * within one deadline over connect, headers and body, and within {@value Body#MOST} bytes. Never follows a redirect.
 * The key is read once, and goes to the hosts it is bound to only.
 */
public final class HttpTransport implements AutoCloseable {

    private final ProviderSettings settings;
    private final Time time;
    private final Map<String, String> environment;
    private volatile boolean answered;
    private int given = -1;
    private volatile @Nullable Line line;

    /**
     * Opens nothing yet.
     *
     * @param environment the process's variables: keys, {@code HTTPS_PROXY}, {@code NO_PROXY}, {@code SSL_CERT_FILE}
     */
    public HttpTransport(ProviderSettings settings, Time time, Map<String, String> environment) {
        this.settings = settings;
        this.time = time;
        this.environment = environment;
    }

    /**
     * Finds out before the first call what can be known: whether there is a key, and whether it may go to this address.
     *
     * @throws ModelException with reaction RUN, saying what is missing and where to set it
     */
    public void check() {
        line();
    }

    Time time() {
        return time;
    }

    /** What no text may show. */
    Secrets secrets() {
        return line().secrets();
    }

    /** Which key is in use: 0 for the first, and one more for each that came after it. */
    int generation() {
        return line().generation();
    }

    /**
     * Reads the key again after it was refused, where it comes from a file or a command and served before: short-lived
     * tokens are made anew there.
     *
     * @param refused the generation of the key that was refused
     * @return whether there is another key now
     */
    synchronized boolean renewed(int refused) {
        Line open = line();
        if (open.generation() > refused) {
            return true;
        }
        if (!answered || refused == given) {
            return false;
        }
        Optional<Line> next = open.renewed(settings, environment);
        next.ifPresentOrElse(found -> line = found, () -> given = refused);
        return next.isPresent();
    }

    /** Sends a JSON body; what fails on the way is a {@link ModelException} by the fault table. */
    Mono<HttpReply> post(String who, String path, byte[] body) {
        return Mono.defer(() -> {
            Line open = line();
            Trip trip = new Trip();
            return open.client()
                    .post()
                    .uri(URI.create(open.base() + path))
                    .send((request, out) -> {
                        trip.stage = Stage.AWAIT;
                        request.header(HttpHeaderNames.CONTENT_LENGTH, Integer.toString(body.length));
                        return out.sendObject(Unpooled.wrappedBuffer(body));
                    })
                    .response((response, content) -> {
                        trip.stage = Stage.BODY;
                        answered |= response.status().code() < 300;
                        return content.collect(Body::new, Body::add)
                                .map(whole ->
                                        new HttpReply(response.status().code(), response.responseHeaders(), whole));
                    })
                    .single()
                    .timeout(settings.timeout(), Mono.error(() -> late(trip)), time.scheduler())
                    .onErrorMap(error -> failed(who, trip.stage, error));
        });
    }

    private WireFault late(Trip trip) {
        String where = trip.stage == Stage.CONNECT
                ? "no connection"
                : trip.stage == Stage.AWAIT ? "nothing came" : "not whole";
        return new WireFault("deadline", where + " after " + settings.timeout().toMillis() / 1000.0 + " s");
    }

    private ModelException failed(String who, Stage stage, Throwable error) {
        if (error instanceof ModelException known) {
            return known;
        }
        Sight sight = Sight.of(stage, error, answered);
        Line open = line;
        Secrets secrets = open == null ? Secrets.NONE : open.secrets();
        return FaultTable.standard()
                .classify(FaultFacts.seen(who, stage, sight.mark(), secrets.fromMessage(sight.message()), ""));
    }

    private Line line() {
        Line open = line;
        return open == null ? open() : open;
    }

    private synchronized Line open() {
        Line open = line;
        if (open == null) {
            open = Line.open(settings, environment);
            line = open;
        }
        return open;
    }

    /** Gives up the idle connections; calls in flight end as lost. */
    @Override
    public void close() {
        Line open = line;
        if (open != null) {
            open.pool().dispose();
        }
    }

    /** How far one try has come. Written and read by the one event loop that carries it, and by its deadline. */
    private static final class Trip {
        volatile Stage stage = Stage.CONNECT;
    }
}
