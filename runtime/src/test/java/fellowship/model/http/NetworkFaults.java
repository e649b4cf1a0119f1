package fellowship.model.http;

import static fellowship.chat.Reaction.RETRY;
import static fellowship.chat.Reaction.RUN;
import static fellowship.model.http.FaultCase.answers;
import static fellowship.model.http.FaultCase.fails;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Rows 54, 55 and 65 to 74: time, connections, redirects. */
final class NetworkFaults {

    private static final String HEAD = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nConnection: close\r\n";
    private static final FaultCase.Expected DEADLINE = fails(RETRY, "deadline");

    private NetworkFaults() {}

    static void add(FaultCase.Cases to) {
        time(to);
        FaultCase.Expected lost = fails(RETRY, "connection-lost");
        to.play(66, "closes without a byte", RawServer.sends(""), lost);
        to.play(66, "resets", (socket, out) -> socket.setSoLinger(true, 0), lost);
        for (String place : List.of(
                "http://evil.example/v1", "https://127.0.0.1/", "/v1/chat/completions", "http://u:p@h/?k=1", "")) {
            to.reply(71, 307, "Location: " + place + "\r\n", "", fails(RUN, "redirect"));
        }
        to.reply(71, 301, "", "<html>moved</html>", fails(RUN, "redirect"));
        to.reply(72, 407, "Proxy-Authenticate: Basic\r\n", "who?", fails(RUN, "proxy"));
        to.reply(72, 511, "", "<html>Log in</html>", fails(RUN, "proxy"));
        byte[] goAway = {
            0, 0, 0, 4, 0, 0, 0, 0, 0, 0, 0, 8, 7, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 7, '\r', '\n', '\r', '\n'
        };
        to.play(73, "frames of HTTP/2", RawServer.sends(goAway), fails(RETRY, "garbled"));
        to.play(74, "102 without end", NetworkFaults::endlessInterim, fails(RETRY, "garbled"));
        to.play(
                74,
                "two interim answers first",
                RawServer.sends("HTTP/1.1 102 Processing\r\n\r\nHTTP/1.1 103 Early Hints\r\nLink: x\r\n\r\n" + HEAD
                        + "\r\n" + to.speech.good()),
                answers(completion -> completion.text().equals("Blue.")));
    }

    private static void time(FaultCase.Cases to) {
        String good = to.speech.good();
        FaultCase.Expected fine = answers(completion -> completion.text().equals("Blue."));
        to.ok(54, "\n\n\r\n \n" + good, fine);
        to.play(54, "empty lines for ever", repeating("", "\n", 20), DEADLINE);
        to.play(
                54,
                "comments for ever",
                repeating("Content-Type: text/event-stream\r\n", ": keep-alive\n\n", 20),
                DEADLINE);
        to.play(55, "a silence, then the rest", pausing(good, 120), fine);
        to.play(55, "a silence that is too long", pausing(good, 60_000), DEADLINE);
        to.play(69, "never answers", NetworkFaults::sleeps, DEADLINE);
        to.play(69, "headers, then silence", NetworkFaults::headThenSilence, DEADLINE);
        to.play(70, "a byte now and then", repeating("Content-Length: 90000\r\n", " ", 20), DEADLINE);
        to.play(70, "a header's byte now and then", slowHead(), DEADLINE);
        to.play(70, "a chunk now and then", repeating("Transfer-Encoding: chunked\r\n", "1\r\n \r\n", 20), DEADLINE);
        to.play(70, "an interim answer now and then", slowInterim(), DEADLINE);
    }

    private static RawServer.Play repeating(String headers, String part, int millis) {
        return (socket, out) -> {
            write(out, HEAD + headers + "\r\n");
            every(out, part, millis);
        };
    }

    private static RawServer.Play slowHead() {
        return (socket, out) -> {
            write(out, "HTTP/1.1 200 OK\r\nX-Slow: ");
            every(out, "a", 20);
        };
    }

    /** Few enough not to be too many before the time is up. */
    private static RawServer.Play slowInterim() {
        return (socket, out) -> {
            write(out, "HTTP/1.1 102 Processing\r\n\r\n");
            Thread.sleep(200);
            write(out, "HTTP/1.1 102 Processing\r\n\r\n");
            sleeps(socket, out);
        };
    }

    private static void every(OutputStream out, String part, int millis) throws IOException, InterruptedException {
        for (int i = 0; i < 3000; i++) {
            write(out, part);
            Thread.sleep(millis);
        }
    }

    private static RawServer.Play pausing(String good, int millis) {
        return (socket, out) -> {
            write(out, HEAD + "\r\n" + good.substring(0, 30));
            Thread.sleep(millis);
            write(out, good.substring(30));
        };
    }

    private static void sleeps(Socket socket, OutputStream out) throws IOException {
        socket.getInputStream().read();
    }

    private static void headThenSilence(Socket socket, OutputStream out) throws IOException {
        write(out, HEAD + "Content-Length: 900\r\n\r\n");
        sleeps(socket, out);
    }

    private static void endlessInterim(Socket socket, OutputStream out) throws IOException {
        for (int i = 0; i < 100_000; i++) {
            write(out, "HTTP/1.1 102 Processing\r\n\r\n");
        }
    }

    private static void write(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }
}
