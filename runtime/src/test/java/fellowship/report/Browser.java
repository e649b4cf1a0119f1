package fellowship.report;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A headless Chromium, spoken to by its DevTools protocol. */
public final class Browser implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Process process;
    private final WebSocket socket;
    private final BlockingQueue<JsonNode> answers;
    private final List<JsonNode> events;
    private int calls;

    private Browser(Process process, WebSocket socket, BlockingQueue<JsonNode> answers, List<JsonNode> events) {
        this.process = process;
        this.socket = socket;
        this.answers = answers;
        this.events = events;
    }

    /** {@code FELLOWSHIP_CHROMIUM}, or a Chromium on the path. */
    public static Optional<Path> found() {
        List<String> names = List.of("chromium", "chromium-browser", "google-chrome");
        Optional<Path> named = Optional.ofNullable(System.getenv("FELLOWSHIP_CHROMIUM"))
                .filter(name -> !name.isBlank())
                .map(Path::of);
        return named.or(() -> List.of(System.getenv().getOrDefault("PATH", "").split(":")).stream()
                .flatMap(folder -> names.stream().map(name -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst());
    }

    public static Browser open(Path chromium, Path profile) throws Exception {
        Files.createDirectories(profile);
        Process process = new ProcessBuilder(List.of(
                        chromium.toString(),
                        "--headless",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--disable-quic",
                        "--no-first-run",
                        "--disable-background-networking",
                        "--disable-component-update",
                        "--disable-sync",
                        "--disable-dev-shm-usage",
                        "--remote-debugging-port=0",
                        "--user-data-dir=" + profile,
                        "about:blank"))
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            String page = page(port(profile, process));
            BlockingQueue<JsonNode> answers = new LinkedBlockingQueue<>();
            List<JsonNode> events = new CopyOnWriteArrayList<>();
            WebSocket socket = HttpClient.newHttpClient()
                    .newWebSocketBuilder()
                    .buildAsync(URI.create(page), new Messages(answers, events))
                    .get(20, TimeUnit.SECONDS);
            return new Browser(process, socket, answers, events);
        } catch (Exception e) {
            process.destroyForcibly();
            throw e;
        }
    }

    /** Chromium writes its port into its profile once it listens. */
    private static int port(Path profile, Process process) throws Exception {
        Path file = profile.resolve("DevToolsActivePort");
        for (int i = 0; i < 300 && process.isAlive(); i++) {
            if (Files.exists(file) && !Files.readString(file).isBlank()) {
                return Integer.parseInt(Files.readAllLines(file).get(0));
            }
            Thread.sleep(100);
        }
        throw new IOException("Chromium did not open its port");
    }

    private static String page(int port) throws Exception {
        try (var in =
                URI.create("http://127.0.0.1:" + port + "/json/list").toURL().openStream()) {
            for (JsonNode target : JSON.readTree(in.readAllBytes())) {
                if (target.path("type").asString("").equals("page")) {
                    return target.path("webSocketDebuggerUrl").asString("");
                }
            }
        }
        throw new IOException("Chromium has no page");
    }

    /** Puts frames of a message together. */
    private static final class Messages implements WebSocket.Listener {

        private final BlockingQueue<JsonNode> answers;
        private final List<JsonNode> events;
        private final StringBuilder text = new StringBuilder();

        Messages(BlockingQueue<JsonNode> answers, List<JsonNode> events) {
            this.answers = answers;
            this.events = events;
        }

        @Override
        public CompletionStage<?> onText(WebSocket socket, CharSequence part, boolean last) {
            text.append(part);
            if (last) {
                JsonNode message = JSON.readTree(text.toString());
                text.setLength(0);
                if (message.has("id")) {
                    answers.add(message);
                } else {
                    events.add(message);
                }
            }
            return WebSocket.Listener.super.onText(socket, part, last);
        }
    }

    /** Calls a method of the protocol. */
    public JsonNode call(String method, Map<String, ?> parameters) throws Exception {
        int id = ++calls;
        socket.sendText(JSON.writeValueAsString(Map.of("id", id, "method", method, "params", parameters)), true)
                .get(20, TimeUnit.SECONDS);
        JsonNode answer = answers.poll(30, TimeUnit.SECONDS);
        if (answer == null || answer.path("id").asInt(0) != id || answer.has("error")) {
            throw new IOException(method + ": " + answer);
        }
        return answer.path("result");
    }

    /** What an expression comes to in the page. */
    public JsonNode value(String expression) throws Exception {
        return call("Runtime.evaluate", Map.of("expression", expression, "returnByValue", true))
                .path("result")
                .path("value");
    }

    /** What happened so far under that name. */
    public List<JsonNode> events(String method) {
        List<JsonNode> found = new ArrayList<>();
        events.stream()
                .filter(event -> event.path("method").asString("").equals(method))
                .forEach(event -> found.add(event.path("params")));
        return found;
    }

    @Override
    public void close() throws Exception {
        socket.abort();
        process.destroy();
        if (!process.waitFor(Duration.ofSeconds(5).toMillis(), TimeUnit.MILLISECONDS)) {
            process.destroyForcibly().waitFor();
        }
    }
}
