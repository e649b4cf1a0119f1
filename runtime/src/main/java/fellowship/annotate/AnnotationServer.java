package fellowship.annotate;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Serves one session on the loopback address. A verdict is on the disk before it is answered. */
public final class AnnotationServer implements AutoCloseable {

    private static final int MOST_BYTES = 4096;
    private static final int THREADS = 4;
    private static final String HTML = "text/html; charset=utf-8";
    private static final String JSON_TYPE = "application/json";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Session session;
    private final AnnotatePage page = new AnnotatePage();
    private final String token;
    private final HttpServer server;
    private final Gate gate;
    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS, AnnotationServer::daemon);
    private final CountDownLatch ended = new CountDownLatch(1);

    private AnnotationServer(Session session, String token, int port) throws IOException {
        this.session = session;
        this.token = token;
        this.server =
                HttpServer.create(new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), port), 0);
        this.gate = new Gate(token, server.getAddress().getPort());
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "annotate");
        thread.setDaemon(true);
        return thread;
    }

    /**
     * Starts to serve.
     *
     * @param token what the address must hold: letters and digits, hard to guess
     * @param port 0 for any that is free
     * @throws IOException when the port is taken
     */
    public static AnnotationServer start(Session session, String token, int port) throws IOException {
        AnnotationServer started = new AnnotationServer(session, token, port);
        started.server.createContext("/", started::exchange);
        started.server.setExecutor(started.threads);
        started.server.start();
        return started;
    }

    /** Where the page is. Whoever knows it can judge. */
    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/" + token + "/";
    }

    /** Waits until the person says on the page that it is enough, or the server is closed. */
    public void await() throws InterruptedException {
        ended.await();
    }

    private void exchange(HttpExchange exchange) throws IOException {
        try (exchange) {
            Optional<String> path = gate.path(exchange.getRequestURI(), exchange.getRequestHeaders());
            if (path.isEmpty()) {
                answer(exchange, 403, "text/plain", "This page is opened by the address that the command printed.\n");
            } else if (exchange.getRequestMethod().equals("GET")) {
                read(exchange, path.get());
            } else if (exchange.getRequestMethod().equals("POST")) {
                write(exchange, path.get());
            } else {
                answer(exchange, 405, "text/plain", "GET or POST\n");
            }
        }
    }

    private void read(HttpExchange exchange, String path) throws IOException {
        switch (path) {
            case "/" -> answer(exchange, 200, HTML, page.html());
            case "/state" -> state(exchange, 200);
            default -> answer(exchange, 404, "text/plain", "There is nothing here.\n");
        }
    }

    /** Only requests that no form can send: a form has no such content type. */
    private void write(HttpExchange exchange, String path) throws IOException {
        String type = Optional.ofNullable(exchange.getRequestHeaders().getFirst("Content-Type"))
                .orElse("");
        byte[] body = exchange.getRequestBody().readNBytes(MOST_BYTES + 1);
        if (!type.equals(JSON_TYPE) || body.length > MOST_BYTES) {
            answer(exchange, 415, "text/plain", "JSON, and little of it\n");
            return;
        }
        JsonNode said;
        try {
            said = JSON.readTree(body);
        } catch (JacksonException e) {
            answer(exchange, 400, "text/plain", "This is no JSON.\n");
            return;
        }
        switch (path) {
            case "/label" ->
                state(
                        exchange,
                        session.say(
                                        said.path("item").asString(""),
                                        said.path("label").asString(""))
                                ? 200
                                : 409);
            case "/undo" -> state(exchange, session.undo() ? 200 : 409);
            case "/end" -> {
                answer(exchange, 200, JSON_TYPE, "{}");
                ended.countDown();
            }
            default -> answer(exchange, 404, "text/plain", "There is nothing here.\n");
        }
    }

    private void state(HttpExchange exchange, int status) throws IOException {
        Map<String, Object> state;
        try {
            state = session.state();
        } catch (IOException | IllegalArgumentException e) {
            answer(exchange, 500, JSON_TYPE, JSON.writeValueAsString(Map.of("fault", String.valueOf(e.getMessage()))));
            return;
        }
        answer(exchange, status, JSON_TYPE, JSON.writeValueAsString(state));
    }

    private void answer(HttpExchange exchange, int status, String type, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        Headers headers = exchange.getResponseHeaders();
        headers.set("Content-Type", type);
        headers.set("Content-Security-Policy", page.policy());
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("Referrer-Policy", "no-referrer");
        headers.set("Cache-Control", "no-store");
        headers.set("Cross-Origin-Resource-Policy", "same-origin");
        headers.set("Cross-Origin-Opener-Policy", "same-origin");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    @Override
    public void close() {
        ended.countDown();
        server.stop(0);
        threads.shutdown();
    }
}
