package fellowship.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The real command line in a process of its own, stopped by real signals, against a server that answers when it is let. */
@DisabledOnOs(OS.WINDOWS)
class SignalTest {

    private static final int ROWS = 12;

    @TempDir
    Path home;

    private HttpServer server;
    private Path work;
    private final ConcurrentHashMap<String, AtomicInteger> asked = new ConcurrentHashMap<>();
    private final CountDownLatch begun = new CountDownLatch(4);
    private volatile CountDownLatch answering = new CountDownLatch(1);

    @BeforeEach
    void aServerAndAProject() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newCachedThreadPool());
        server.createContext("/v1/chat/completions", this::answer);
        server.start();
        work = Files.createDirectories(home.toRealPath().resolve("work"));
        Files.writeString(work.resolve("one.groovy"), """
                record Task(String id, String prompt) {}
                def writer = agent('writer') { model 'server:m'; prompt '{{prompt}}' }
                read(Task, 'prompts.jsonl').generate(writer).into sft('answers')
                """);
        StringBuilder prompts = new StringBuilder();
        for (int i = 0; i < ROWS; i++) {
            prompts.append("{\"id\": \"p")
                    .append(i)
                    .append("\", \"prompt\": \"row ")
                    .append(i)
                    .append(".\"}\n");
        }
        Files.writeString(work.resolve("prompts.jsonl"), prompts);
        Files.writeString(work.resolve("fellowship.toml"), """
                [providers.server]
                url = "http://localhost:%d/v1"
                limits = { in-flight = 4 }
                """.formatted(
                        server.getAddress().getPort()));
    }

    @AfterEach
    void stop() {
        answering.countDown();
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        String request = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        asked.computeIfAbsent(request, key -> new AtomicInteger()).incrementAndGet();
        begun.countDown();
        try {
            answering.await(60, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        byte[] reply = """
                {"id":"x","object":"chat.completion","model":"m","choices":[{"index":0,"finish_reason":"stop",
                "message":{"role":"assistant","content":"An answer."}}],
                "usage":{"prompt_tokens":3,"completion_tokens":3,"total_tokens":6}}""".getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, reply.length);
        exchange.getResponseBody().write(reply);
        exchange.close();
    }

    private Process fellowship(String... words) throws IOException {
        List<String> command = new java.util.ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Duser.home=" + home,
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                "fellowship.cli.Main"));
        command.addAll(List.of(words));
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(work.toFile())
                .redirectOutput(work.resolve("out").toFile())
                .redirectError(work.resolve("err").toFile());
        builder.environment().put("XDG_CACHE_HOME", home.resolve("cache").toString());
        builder.environment().put("XDG_CONFIG_HOME", home.resolve("config").toString());
        return builder.start();
    }

    private static void signal(Process process, String name) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                .start()
                .waitFor();
    }

    private String err() throws IOException {
        return Files.readString(work.resolve("err"));
    }

    private void awaitInErr(String text) throws IOException, InterruptedException {
        for (int i = 0; i < 600 && !err().contains(text); i++) {
            TimeUnit.MILLISECONDS.sleep(50);
        }
        assertThat(err()).contains(text);
    }

    @Test
    void aSignalWaitsForWhatIsInFlightAndTheNextRunGoesOn() throws Exception {
        Process run = fellowship("run", "one.groovy");
        assertThat(begun.await(60, TimeUnit.SECONDS)).isTrue();
        signal(run, "INT");
        awaitInErr("stopping: no new calls, 4 in flight are waited for, 30 s at most; Ctrl-C again stops at once");
        answering.countDown();
        assertThat(run.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(run.exitValue()).isEqualTo(130);
        assertThat(err()).contains("stopped; to go on: fellowship run one.groovy");
        assertThat(asked).hasSize(4);

        Process again = fellowship("run", "one.groovy");
        assertThat(again.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(again.exitValue()).isZero();
        assertThat(Files.readString(work.resolve("out")))
                .contains("rows: 12 in = 12 emitted")
                .contains("4 cached");
        assertThat(asked).hasSize(ROWS);
        assertThat(asked.values()).extracting(AtomicInteger::get).containsOnly(1);
    }

    @Test
    void aSecondSignalStopsAtOnce() throws Exception {
        Process run = fellowship("run", "one.groovy");
        assertThat(begun.await(60, TimeUnit.SECONDS)).isTrue();
        signal(run, "TERM");
        awaitInErr("stopping: ");
        signal(run, "TERM");
        assertThat(run.waitFor(20, TimeUnit.SECONDS)).isTrue();
        assertThat(run.exitValue()).isEqualTo(143);
        assertThat(err()).contains("stopped at once; to go on: fellowship run one.groovy");
    }
}
