package fellowship.model.http;

import fellowship.config.ProviderSettings;
import fellowship.seam.Time;
import io.netty.handler.codec.http.DefaultHttpHeaders;
import io.netty.handler.codec.http.HttpHeaders;
import java.util.Map;
import reactor.core.publisher.Mono;

/** A transport whose network is a function: keys, deadline, headers, bodies and faults are the product's. */
public final class SimulatedWire {

    private SimulatedWire() {}

    /** One answer as it comes over the network. */
    public record Answer(int status, Map<String, String> headers, byte[] body) {}

    /** Is told how far a request has come. */
    public interface Progress {

        void sending();

        void answering(int status);
    }

    /** The other side. */
    @FunctionalInterface
    public interface Server {
        Mono<Answer> answer(byte[] body, Progress progress);
    }

    public static HttpTransport transport(ProviderSettings settings, Time time, Server server) {
        Wire wire = (line, path, body, progress) -> server.answer(body, told(progress))
                .map(answer -> new HttpReply(answer.status(), headers(answer), Body.of(answer.body())));
        return new HttpTransport(settings, time, Map.of(), wire);
    }

    private static Progress told(Wire.Progress progress) {
        return new Progress() {
            @Override
            public void sending() {
                progress.sending();
            }

            @Override
            public void answering(int status) {
                progress.answering(status);
            }
        };
    }

    private static HttpHeaders headers(Answer answer) {
        HttpHeaders headers = new DefaultHttpHeaders(false);
        answer.headers().forEach(headers::set);
        return headers;
    }
}
