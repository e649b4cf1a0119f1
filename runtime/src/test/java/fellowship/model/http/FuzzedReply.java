package fellowship.model.http;

import fellowship.chat.ModelException;
import fellowship.config.ProviderSettings;
import fellowship.fuzz.Fuzzing;
import fellowship.model.Wired;
import io.netty.handler.codec.http.DefaultHttpHeaders;
import io.netty.handler.codec.http.HttpHeaders;
import java.time.Duration;
import java.util.Map;
import java.util.function.Function;

/** Reads an answer as the wire does, without a wire. */
public final class FuzzedReply {

    private static final int MOST_RAW = 65_536;

    private static final HttpTransport TRANSPORT = new HttpTransport(
            Wired.settings(ProviderSettings.Protocol.OPENAI, "http://127.0.0.1:1/v1", Duration.ofSeconds(1)),
            Wired.TIME,
            Map.of(Wired.VARIABLE, Fuzzing.CANARY));

    private FuzzedReply() {}

    public static <T> T read(int status, Map<String, String> headers, byte[] body, Function<JsonReply, T> reader) {
        HttpHeaders all = new DefaultHttpHeaders(false);
        headers.forEach(all::set);
        try {
            return new JsonWire(TRANSPORT, RateListener.NONE)
                    .read("local m", new HttpReply(status, all, Body.of(body)), reader);
        } catch (ModelException fault) {
            if (fault.raw().contains(Fuzzing.CANARY)
                    || fault.raw().length() > MOST_RAW
                    || fault.reason().isBlank()) {
                throw new IllegalStateException("a fault that shows too much: " + fault.reason());
            }
            throw fault;
        }
    }
}
