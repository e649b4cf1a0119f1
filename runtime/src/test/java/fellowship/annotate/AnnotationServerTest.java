package fellowship.annotate;

import static org.assertj.core.api.Assertions.assertThat;

import fellowship.people.JudgingOrder;
import fellowship.people.LabelFile;
import fellowship.people.PairIndex;
import fellowship.people.People;
import fellowship.people.RunFixture;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The server over a bare socket, so that every header is what the test says. */
class AnnotationServerTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String TOKEN = "0123456789abcdef";

    @TempDir
    private Path run;

    private LabelFile file;
    private AnnotationServer server;
    private int port;

    @BeforeEach
    void serve() throws IOException {
        PairIndex index = PairIndex.read(RunFixture.pairs(run, 12, ""), "pairs");
        file = LabelFile.open(run, "ann");
        Session session = new Session(run, index, JudgingOrder.of(index, 7, "ann", 10), file);
        server = AnnotationServer.start(session, TOKEN, 0);
        port = URI.create(server.url()).getPort();
    }

    @AfterEach
    void end() throws IOException {
        server.close();
        file.close();
    }

    private record Answer(int status, String head, String body) {}

    private Answer send(String method, String path, String headers, String body) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", port)) {
            String request = method + " " + path + " HTTP/1.1\r\n" + headers + "Connection: close\r\nContent-Length: "
                    + body.getBytes(StandardCharsets.UTF_8).length + "\r\n\r\n" + body;
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            String all = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            int end = all.indexOf("\r\n\r\n");
            return new Answer(Integer.parseInt(all.substring(9, 12)), all.substring(0, end), all.substring(end + 4));
        }
    }

    private String host() {
        return "Host: 127.0.0.1:" + port + "\r\n";
    }

    private Answer state() throws IOException {
        return send("GET", "/" + TOKEN + "/state", host(), "");
    }

    private Answer say(String body) throws IOException {
        return send("POST", "/" + TOKEN + "/label", host() + "Content-Type: application/json\r\n", body);
    }

    private static JsonNode json(Answer answer) {
        return JSON.readTree(answer.body());
    }

    @Test
    void thePageComesWithAPolicyThatLetsNothingElseIn() throws IOException {
        Answer page = send("GET", "/" + TOKEN + "/", host(), "");
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.head())
                .contains("Content-security-policy: default-src 'none'; style-src 'sha256-")
                .contains("connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'")
                .contains("Cache-control: no-store", "X-content-type-options: nosniff")
                .doesNotContain("unsafe");
        assertThat(page.body()).contains("Which answer is better?").doesNotContain("http://", "https://");
    }

    @Test
    void whoDoesNotHoldTheTokenIsRefused() throws IOException {
        for (String path : new String[] {
            "/", "/state", "/0123456789abcdee/", "/0123456789abcde/", "/0123456789abcdef0/state", "/" + TOKEN
        }) {
            assertThat(send("GET", path, host(), "").status()).as(path).isEqualTo(403);
        }
        assertThat(send("POST", "/x/label", host() + "Content-Type: application/json\r\n", "{}")
                        .status())
                .isEqualTo(403);
        assertThat(json(state()).path("done").asInt(-1)).isZero();
    }

    @Test
    void aForeignHostIsRefused() throws IOException {
        for (String name :
                new String[] {"evil.example", "evil.example:" + port, "127.0.0.1", "127.0.0.1:1", "[::1]:1"}) {
            assertThat(send("GET", "/" + TOKEN + "/state", "Host: " + name + "\r\n", "")
                            .status())
                    .as(name)
                    .isEqualTo(403);
        }
        assertThat(send("GET", "/" + TOKEN + "/state", "Host: localhost:" + port + "\r\n", "")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void anotherPageIsRefused() throws IOException {
        for (String origin : new String[] {"http://evil.example", "null", "http://127.0.0.1:1", "https://127.0.0.1"}) {
            assertThat(send("GET", "/" + TOKEN + "/state", host() + "Origin: " + origin + "\r\n", "")
                            .status())
                    .as(origin)
                    .isEqualTo(403);
        }
        assertThat(send("GET", "/" + TOKEN + "/state", host() + "Origin: http://127.0.0.1:" + port + "\r\n", "")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void whatAFormCanSendIsRefused() throws IOException {
        String item = json(state()).at("/pair/item").asString("");
        String body = "{\"item\":\"" + item + "\",\"label\":\"left\"}";
        assertThat(send("POST", "/" + TOKEN + "/label", host() + "Content-Type: text/plain\r\n", body)
                        .status())
                .isEqualTo(415);
        assertThat(say("{\"item\":\"" + "x".repeat(5000) + "\"}").status()).isEqualTo(415);
        assertThat(say("no JSON").status()).isEqualTo(400);
        assertThat(send("PUT", "/" + TOKEN + "/label", host(), body).status()).isEqualTo(405);
        assertThat(send("GET", "/" + TOKEN + "/label", host(), "").status()).isEqualTo(404);
        assertThat(People.read(run).people().get(0).labels()).isEmpty();
    }

    @Test
    void aLabelIsKeptBeforeItIsAnsweredAndOnlyOfThePairThatIsShown() throws IOException {
        JsonNode pair = json(state()).path("pair");
        String body = "{\"item\":\"" + pair.path("item").asString("") + "\",\"label\":\"left\"}";
        Answer said = say(body);
        assertThat(said.status()).isEqualTo(200);
        assertThat(json(said).path("done").asInt(0)).isEqualTo(1);
        assertThat(People.read(run).people().get(0).labels())
                .extracting(label -> label.item())
                .containsExactly(pair.path("item").asString(""));
        Answer again = say(body);
        assertThat(again.status()).isEqualTo(409);
        assertThat(json(again).path("done").asInt(0)).isEqualTo(1);
        assertThat(say(body.replace("left", "best")).status()).isEqualTo(409);
    }

    @Test
    void nothingTellsWhoWroteWhatOrWhatWasChosen() throws IOException {
        assertThat(json(state()).path("pair").propertyNames())
                .containsExactlyInAnyOrder("item", "prompt", "left", "right");
        assertThat(state().body()).doesNotContain("chosen", "rejected", "plain\"", "vivid\"");
    }

    @Test
    void agreementIsToldForFiveLabelsAtATime() throws IOException {
        for (int i = 0; i < 10; i++) {
            JsonNode state = json(state());
            int told = state.path("agreement").path(0).path("pairs").asInt(0);
            assertThat(told).as("after " + i).isEqualTo(i - i % 5);
            JsonNode pair = state.path("pair");
            int number = Integer.parseInt(pair.path("item").asString("").replace("pair", ""));
            boolean plainLeft = pair.path("left").asString("").startsWith("Plain");
            boolean agree = plainLeft == (number % 3 == 0);
            say("{\"item\":\"pair" + number + "\",\"label\":\"" + (agree ? "left" : "right") + "\"}");
        }
        JsonNode state = json(state());
        assertThat(state.has("pair")).isFalse();
        JsonNode run = state.path("agreement").path(0);
        assertThat(run.path("with").asString("")).isEqualTo("run");
        assertThat(run.path("pairs").asInt(0)).isEqualTo(10);
        assertThat(run.at("/agreement/value").asDouble(0)).isEqualTo(1.0);
        // Wilson's interval of 10 of 10.
        assertThat(run.at("/agreement/low").asDouble(0)).isBetween(0.722, 0.723);
    }
}
