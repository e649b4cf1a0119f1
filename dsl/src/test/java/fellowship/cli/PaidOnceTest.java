package fellowship.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was answered once is not paid for again. */
class PaidOnceTest {

    private static final String VERDICT = "{\"rationale\": \"r\", \"score_a\": 7, \"score_b\": 4}";

    @TempDir
    Path home;

    private final AtomicInteger answers = new AtomicInteger();
    private ChatServer server;
    private Shell shell;

    @BeforeEach
    void aServerAndAProject() throws IOException {
        server = new ChatServer(
                (model, request) -> model.equals("judge") ? VERDICT : "Answer " + answers.incrementAndGet() + ".");
        shell = new Shell(home);
        shell.write("two.groovy", """
                record Task(String id, String prompt) {}
                def writer = agent('writer') { model 'writer'; maxTokens 50; prompt '{{prompt}}' }
                def referee = judge('referee') { model 'judge'; maxTokens 50; scoring outOf: 10; oneOrder() }
                read(Task, 'prompts.jsonl').generate(writer, samples: 2).compare(referee).pairs().into dpo('pairs')
                """);
        shell.write("prompts.jsonl", """
                {"id": "p1", "prompt": "one"}
                {"id": "p2", "prompt": "two"}
                {"id": "p3", "prompt": "three"}
                """);
        shell.write("fellowship.toml", """
                [roles]
                writer = "server:writer"
                judge = "server:judge"
                [providers.server]
                url = "%s"
                prices = { "*" = { input = 1, output = 2 } }
                """.formatted(server.url()));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void aRunSaysWhatItCost() {
        // 9 calls of 3 tokens at a dollar and 3 tokens at two dollars for a million.
        assertThat(shell.run("run", "two.groovy").out())
                .contains("calls: 9 made, 0 cached; tokens: 27 in, 27 out; cost: $0.0001;");
    }

    @Test
    void anotherFolderTakesTheAnswersFromTheCache() {
        shell.run("run", "two.groovy");
        Shell.Result other = shell.run("run", "two.groovy", "--out", "elsewhere");
        assertThat(other.out()).contains("calls: 0 made, 9 cached;").contains("elsewhere/pairs/train.jsonl");
        Shell.Result uncached = shell.run("run", "two.groovy", "--out", "third", "--no-cache");
        assertThat(uncached.out()).contains("calls: 9 made, 0 cached;");
    }

    @Test
    void onlyWhatFailedIsAskedAgain() {
        server.replies = (model, request) -> model.equals("judge")
                ? (request.contains("two") ? "?" : VERDICT)
                : "An answer " + answers.incrementAndGet();
        Shell.Result first = shell.run("run", "two.groovy");
        assertThat(first.code()).isEqualTo(1);
        assertThat(first.out()).contains("rows: 3 in = 2 emitted + 0 filtered + 1 rejected");
        server.replies = (model, request) -> VERDICT;
        Shell.Result retried = shell.run("retry", "two.groovy", "--failed");
        assertThat(retried.code()).isZero();
        assertThat(retried.out()).contains("rows: 3 in = 3 emitted").contains("calls: 1 made, 8 cached;");
    }

    @Test
    void aBudgetThatIsUsedUpStopsTheRunAndSaysHowToGoOn() {
        Shell.Result result = shell.run("run", "two.groovy", "--budget-calls", "4");
        assertThat(result.code()).isEqualTo(78);
        assertThat(result.err()).contains("to go on, raise the budget in: fellowship run two.groovy --budget-calls 4");
        Shell.Result more = shell.run("run", "two.groovy", "--budget-calls", "9");
        assertThat(more.code()).isZero();
        assertThat(more.out()).contains("calls: 5 made, 4 cached;");
    }

    @Test
    void aPreviewIsPaidForByTheRunAfterItNoMore() {
        assertThat(shell.run("preview", "two.groovy").code()).isZero();
        assertThat(shell.run("run", "two.groovy", "--limit", "1").out()).contains("calls: 0 made, 3 cached;");
    }
}
