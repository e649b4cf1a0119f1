package fellowship.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An account that is lost in the middle of a run ends it before it is asked for much more. */
class LostAccountTest {

    private static final int IN_FLIGHT = 8;
    private static final int ROWS = 200;
    private static final String ANSWER = "{\"id\":\"x\",\"object\":\"chat.completion\",\"model\":\"m\",\"choices\":[{"
            + "\"index\":0,\"finish_reason\":\"stop\",\"message\":{\"role\":\"assistant\",\"content\":\"hello\"}}],"
            + "\"usage\":{\"prompt_tokens\":3,\"completion_tokens\":3,\"total_tokens\":6}}";

    @TempDir
    Path home;

    private final AtomicInteger good = new AtomicInteger();
    private final AtomicInteger afterwards = new AtomicInteger();
    private HttpServer server;
    private volatile int status = 401;
    private volatile String error = "";
    private volatile int goodOnes = 50;

    @BeforeEach
    void aServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newCachedThreadPool());
        server.createContext("/v1/chat/completions", this::answer);
        server.start();
    }

    @AfterEach
    void end() {
        server.stop(0);
    }

    @ParameterizedTest
    @CsvSource({
        "401, invalid_api_key, 77",
        "402, payment_required, 78",
        "404, model_not_found, 78",
        "429, insufficient_quota, 78"
    })
    void theRunEndsAtOnceAndGoesOnLater(int code, String word, int exit) throws IOException {
        status = code;
        error = "{\"error\":{\"message\":\"" + word + "\",\"type\":\"" + word + "\",\"code\":\"" + word + "\"}}";
        Shell shell = new Shell(home);
        StringBuilder rows = new StringBuilder();
        for (int i = 0; i < ROWS; i++) {
            rows.append("{\"id\": \"p")
                    .append(i)
                    .append("\", \"prompt\": \"question ")
                    .append(i)
                    .append("\"}\n");
        }
        shell.write("prompts.jsonl", rows.toString());
        shell.write("one.groovy", """
                record Task(String id, String prompt) {}
                def writer = agent('writer') { model 'writer'; maxTokens 50; prompt '{{prompt}}' }
                read(Task, 'prompts.jsonl').generate(writer).into sft('answers')
                """);
        shell.write("fellowship.toml", """
                [providers.lab]
                protocol = "openai"
                url = "http://localhost:%d/v1"
                key = "none"
                limits = { in-flight = %d }
                prices = { "*" = { input = 1000.0, output = 1000.0 } }
                [roles]
                writer = "lab:m"
                """.formatted(server.getAddress().getPort(), IN_FLIGHT));

        Shell.Result lost = shell.run("run", "one.groovy");
        System.out.printf("%d in mid-run: %d calls after it, exit code %d%n", code, afterwards.get(), lost.code());
        assertThat(afterwards.get()).isBetween(1, IN_FLIGHT + 3);
        assertThat(lost.code()).isEqualTo(exit);
        assertThat(lost.err()).contains("to go on: ");

        goodOnes = Integer.MAX_VALUE;
        Shell.Result again = shell.run("run", "one.groovy");
        assertThat(again.code()).isZero();
        assertThat(again.out())
                .contains("rows: 200 in = 200 emitted")
                .contains("spent: $1.20 in all; writer $", "for each row of answers");
        assertThat(good.get()).isEqualTo(ROWS);
    }

    private void answer(HttpExchange exchange) throws IOException {
        exchange.getRequestBody().readAllBytes();
        boolean well = good.getAndUpdate(count -> count < goodOnes ? count + 1 : count) < goodOnes;
        if (!well) {
            afterwards.incrementAndGet();
        }
        byte[] reply = (well ? ANSWER : error).getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(well ? 200 : status, reply.length);
        exchange.getResponseBody().write(reply);
        exchange.close();
    }
}
