package fellowship.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** People judge the pairs of a run by the real command; it is killed, goes on, and everybody reads what they said. */
class AnnotateTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @TempDir
    private Path temp;

    private Path folder;
    private Path home;
    private Product product;

    @BeforeEach
    void run() throws IOException {
        folder = Files.createDirectories(temp.resolve("work"));
        home = Files.createDirectories(temp.resolve("home"));
        Files.writeString(folder.resolve("judged.groovy"), """
                record Item(String id, String instruction, String a, String b) {}
                def strict = judge('strict') { model 'judge'; directComparison(); oneOrder() }
                def terse = judge('terse') { model 'judge'; persona 'an editor'; directComparison(); oneOrder() }
                def items = read(Item, 'items.jsonl')
                def judged = items.compare(strict)
                agreement('agreement', [judged, items.compare(terse)]) { kappa() }
                judged.where { !it.tie }.into dpo('pairs')
                """);
        StringBuilder items = new StringBuilder();
        for (int i = 0; i < 24; i++) {
            items.append("{\"id\":\"i" + i + "\",\"instruction\":\"Question " + i + "?\",\"a\":\"Answer A of " + i
                    + "\",\"b\":\"Answer B of " + i + "\"}\n");
        }
        Files.writeString(folder.resolve("items.jsonl"), items);
        Files.writeString(
                folder.resolve("answers.jsonl"),
                "{\"match\":\"[\\\\s\\\\S]*\",\"by\":\"hash\",\"replies\":["
                        + "\"{\\\"rationale\\\":\\\"A.\\\",\\\"verdict\\\":\\\"A\\\"}\","
                        + "\"{\\\"rationale\\\":\\\"B.\\\",\\\"verdict\\\":\\\"B\\\"}\"]}\n");
        product = new Product(home, folder);
        Product.Result result = again();
        assertThat(result.code()).as(result.all()).isZero();
    }

    private Product.Result again() {
        return product.run("run", "judged.groovy", "--model", "scripted:answers.jsonl", "--out", "run");
    }

    /** The command under way, and its page. */
    private record Page(Process process, String url) {

        JsonNode state() throws Exception {
            return send(HttpRequest.newBuilder(URI.create(url + "state")).GET());
        }

        JsonNode say(String item, String label) throws Exception {
            return send(HttpRequest.newBuilder(URI.create(url + "label"))
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString(
                            "{\"item\":\"" + item + "\",\"label\":\"" + label + "\"}")));
        }

        private static JsonNode send(HttpRequest.Builder request) throws Exception {
            HttpResponse<String> answer = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            return JSON.readTree(answer.body());
        }

        /** The next so many pairs, always the one on the left. */
        JsonNode judge(int count) throws Exception {
            JsonNode state = state();
            for (int i = 0; i < count; i++) {
                state = say(state.at("/pair/item").asString(""), "left");
            }
            return state;
        }
    }

    private Page open(String name) throws Exception {
        Process process = product.start("annotate", "run", "--as", name, "--no-open");
        Pattern address = Pattern.compile("http://127\\.0\\.0\\.1:\\d+/[0-9a-f]{48}/");
        for (int i = 0; i < 600 && process.isAlive(); i++) {
            Matcher found = address.matcher(Files.readString(home.resolve("out")));
            if (found.find()) {
                return new Page(process, found.group());
            }
            Thread.sleep(50);
        }
        throw new AssertionError("no address: " + Files.readString(home.resolve("err")));
    }

    private static void kill(Page page) throws InterruptedException {
        page.process().destroyForcibly();
        assertThat(page.process().waitFor(20, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void whatPeopleSaySurvivesAKillAndIsReadByEverybody() throws Exception {
        Page first = open("ann");
        int total = first.state().path("total").asInt(0);
        assertThat(total).isGreaterThan(20);
        JsonNode before = first.judge(7);
        kill(first);

        Page second = open("ann");
        assertThat(second.url()).isNotEqualTo(first.url());
        assertThat(second.state()).isEqualTo(before);
        second.judge(13);
        kill(second);
        Page other = open("bob");
        other.judge(20);
        kill(other);

        String journal = Files.readString(folder.resolve("run/people/ann.jsonl"));
        assertThat(journal.lines()).hasSize(21);
        Product.Result agree = product.run("agree", "run", "--json", "-");
        assertThat(agree.code()).as(agree.all()).isZero();
        assertThat(agree.out()).contains("\"run\"", "\"ann\"", "\"bob\"");

        Product.Result again = again();
        assertThat(again.code()).as(again.all()).isZero();
        String card = Files.readString(folder.resolve("run/README.md"));
        assertThat(card)
                .contains("### Agreement: people on the pairs of pairs", "person 1", "person 2")
                .doesNotContain("No label was compared with a person's", "ann ", "bob");
        assertThat(Files.readString(folder.resolve("run/report.html"))).contains("run and person 1");
        List<String> annotations = Files.readAllLines(folder.resolve("run/agreement/annotations.jsonl"));
        assertThat(annotations.stream().filter(line -> line.contains("\"annotator\":\"person 1\"")))
                .hasSize(20);
        assertThat(again().out()).contains("nothing to do");
    }

    @Test
    void whatCannotBeJudgedIsTold() {
        Product.Result none = product.run("annotate", "elsewhere", "--as", "ann");
        assertThat(none.code()).isEqualTo(64);
        assertThat(none.err()).isEqualTo("elsewhere is no run folder: there is no such folder\n");
        Product.Result other = product.run("annotate", "run", "--as", "ann", "--dataset", "peers");
        assertThat(other.code()).isEqualTo(64);
        assertThat(other.err()).isEqualTo("there are no pairs named 'peers' in run; it has pairs\n");
        Product.Result name = product.run("annotate", "run", "--as", "a/b");
        assertThat(name.code()).isEqualTo(64);
        assertThat(product.run("agree", "run").err()).contains("is a folder; name a file in it, or let people judge");
    }
}
