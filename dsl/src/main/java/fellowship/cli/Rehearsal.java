package fellowship.cli;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;

/**
 * Does once what commands do, so that the JVM can keep the classes they need in an archive. Asks nobody: one run is on
 * scripted answers, one on a server of its own at the loopback address.
 */
final class Rehearsal {

    private static final String ANSWER = """
            {"id": "1", "object": "chat.completion", "created": 1, "model": "rehearsal", "choices": [{"index": 0,
            "message": {"role": "assistant", "content": "Yes."}, "finish_reason": "stop"}],
            "usage": {"prompt_tokens": 9, "completion_tokens": 2, "total_tokens": 11}}""";

    private Rehearsal() {}

    /**
     * Rehearses; what is printed goes nowhere.
     *
     * @param args a folder with {@code two-writers.groovy} and its {@code answers.jsonl}, and an empty folder
     */
    public static void main(String[] args) throws IOException {
        Path empty = Path.of(args[1]).toAbsolutePath();
        String script =
                Path.of(args[0]).toAbsolutePath().resolve("two-writers.groovy").toString();
        Terminal terminal = new Terminal(
                new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8),
                new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8),
                InputStream.nullInputStream(),
                false,
                Map.of(
                        "XDG_CACHE_HOME", empty.resolve("cache").toString(),
                        "XDG_STATE_HOME", empty.resolve("state").toString(),
                        "XDG_CONFIG_HOME", empty.resolve("config").toString()),
                empty,
                empty);
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            exchange.getRequestBody().readAllBytes();
            byte[] body = ANSWER.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        String model = "http://127.0.0.1:" + server.getAddress().getPort() + "/v1#rehearsal";
        Main.run(terminal, "help");
        Main.run(terminal, "check", script);
        Main.run(terminal, "plan", script);
        int code = Main.run(
                terminal,
                "run",
                script,
                "--model",
                "scripted:answers.jsonl",
                "--out",
                empty.resolve("one").toString());
        Main.run(
                terminal,
                "run",
                script,
                "--model",
                model,
                "--out",
                empty.resolve("two").toString());
        server.stop(0);
        System.exit(code);
    }
}
