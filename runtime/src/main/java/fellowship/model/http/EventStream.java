package fellowship.model.http;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An answer in the form of server-sent events. None is ever asked for, so none is ever taken for an answer: but the error
 * that it may hold is heard.
 */
final class EventStream {

    private static final int MOST = 65_536;

    private EventStream() {}

    static boolean is(Body body) {
        return Stream.of("data:", "event:", "id:", "retry:", ":")
                .anyMatch(text(body, 64).strip()::startsWith);
    }

    /** The first error among the events. */
    static Optional<ErrorBody> error(Body body) {
        return text(body, MOST)
                .lines()
                .filter(line -> line.startsWith("data:"))
                .map(line -> line.substring("data:".length()).strip())
                .filter(data -> data.startsWith("{") && data.contains("error"))
                .map(EventStream::parsed)
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<ErrorBody> parsed(String data) {
        try {
            return ErrorBody.of(Json.read(Body.of(data.getBytes(StandardCharsets.UTF_8))), false);
        } catch (WireFault notJson) {
            return Optional.empty();
        }
    }

    private static String text(Body body, int most) {
        String text = new String(body.first(most), StandardCharsets.UTF_8);
        return text.startsWith("\ufeff") ? text.substring(1) : text;
    }
}
