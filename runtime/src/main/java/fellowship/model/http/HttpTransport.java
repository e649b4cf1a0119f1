package fellowship.model.http;

import fellowship.chat.ModelException;
import fellowship.config.ProviderSettings;
import fellowship.model.fault.FaultFacts;
import fellowship.model.fault.FaultTable;
import fellowship.model.fault.Stage;
import fellowship.seam.Time;
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
    private final Wire wire;
    private volatile boolean answered;
    private int given = -1;
    private volatile @Nullable Line line;

    /**
     * Opens nothing yet.
     *
     * @param environment the process's variables: keys, {@code HTTPS_PROXY}, {@code NO_PROXY}, {@code SSL_CERT_FILE}
     */
    public HttpTransport(ProviderSettings settings, Time time, Map<String, String> environment) {
        this(settings, time, environment, new NettyWire());
    }

    HttpTransport(ProviderSettings settings, Time time, Map<String, String> environment, Wire wire) {
        this.settings = settings;
        this.time = time;
        this.environment = environment;
        this.wire = wire;
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
            return wire.post(open, path, body, trip)
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
    private final class Trip implements Wire.Progress {

        volatile Stage stage = Stage.CONNECT;

        @Override
        public void sending() {
            stage = Stage.AWAIT;
        }

        @Override
        public void answering(int status) {
            stage = Stage.BODY;
            answered |= status < 300;
        }
    }
}
