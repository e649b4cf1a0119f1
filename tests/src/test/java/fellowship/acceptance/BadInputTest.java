package fellowship.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import fellowship.proof.Proof;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What bad input gets: the place, the remedy, the exit code; no stack trace, and nothing lost. */
class BadInputTest {

    private static final String SCRIPT = """
            record Task(String id, String prompt) {}
            @Param Path prompts = 'rows.jsonl'
            def writer = agent('writer') {
                model 'writer'
                maxTokens 50
                prompt '{{prompt}}'
            }
            read(Task, prompts).generate(writer).into sft('answers')
            """;

    private static int tried;

    @TempDir
    private Path temp;

    private Path folder;
    private Product product;

    @BeforeEach
    void folders() throws IOException {
        folder = Files.createDirectories(temp.resolve("work"));
        product = new Product(Files.createDirectories(temp.resolve("home")), folder);
        write("s.groovy", SCRIPT);
        write("rows.jsonl", "{\"id\": \"1\", \"prompt\": \"one\"}\n{\"id\": \"2\", \"prompt\": \"two\"}\n");
        write("answers.jsonl", "{\"default\": true, \"reply\": \"an answer\"}\n");
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }

    private Product.Result run(String... more) {
        java.util.List<String> args = new java.util.ArrayList<>(java.util.List.of("run", "s.groovy", "--out", "out"));
        args.addAll(java.util.List.of(more));
        if (!args.contains("--model")) {
            args.addAll(java.util.List.of("--model", "scripted:answers.jsonl"));
        }
        Product.Result result = product.run(args.toArray(String[]::new));
        assertThat(result.all()).doesNotContain("\tat ").doesNotContain("Exception");
        return result;
    }

    @AfterEach
    void count() {
        tried++;
    }

    @AfterAll
    static void tellHowManyWereTried() {
        Proof.figure("bad-inputs", tried + " kinds tried");
    }

    @Test
    void aMissingFileIsNamedWithItsNeighbours() {
        Product.Result result = run("-p", "prompts=row.jsonl");
        assertThat(result.code()).isEqualTo(65);
        assertThat(result.err()).contains("row.jsonl").contains("rows.jsonl");
    }

    @Test
    void anEmptyFileIsRefused() throws IOException {
        write("rows.jsonl", "");
        Product.Result result = run();
        assertThat(result.code()).isEqualTo(65);
        assertThat(result.err()).contains("rows.jsonl is empty");
    }

    @Test
    void aLineThatIsNotJsonIsRejectedWithItsNumberAndTheRestGoesOn() throws IOException {
        write(
                "rows.jsonl",
                "{\"id\": \"1\", \"prompt\": \"one\"}\nprompt: two\n{\"id\": \"3\", \"prompt\": \"three\"}\n");
        Product.Result result = run();
        assertThat(result.out()).contains("3 in = 2 emitted + 0 filtered + 1 rejected");
        assertThat(Files.readString(folder.resolve("out/rejects.jsonl")))
                .contains("rows.jsonl:2")
                .contains("not-json")
                .contains("prompt: two");
    }

    @Test
    void aMissingColumnIsNamedWithTheLine() throws IOException {
        write("rows.jsonl", "{\"id\": \"1\", \"question\": \"one\"}\n{\"id\": \"2\", \"prompt\": \"two\"}\n");
        run();
        assertThat(Files.readString(folder.resolve("out/rejects.jsonl")))
                .contains("rows.jsonl:1")
                .contains("the column 'prompt' is missing; the row has id, question");
    }

    @Test
    void idsThatStandTwiceAreRefusedWithBothPlaces() throws IOException {
        write("rows.jsonl", "{\"id\": \"1\", \"prompt\": \"one\"}\n{\"id\": \"1\", \"prompt\": \"two\"}\n");
        Product.Result result = run();
        assertThat(result.code()).isEqualTo(65);
        assertThat(result.err()).contains("rows.jsonl:1").contains("rows.jsonl:2");
    }

    @Test
    void aLineOfAHundredMegabytesIsRejectedAndTheRestGoesOn() throws IOException {
        try (var out = Files.newOutputStream(folder.resolve("rows.jsonl"))) {
            out.write("{\"id\": \"1\", \"prompt\": \"".getBytes(StandardCharsets.UTF_8));
            byte[] block = "x".repeat(1 << 20).getBytes(StandardCharsets.UTF_8);
            for (int i = 0; i < 100; i++) {
                out.write(block);
            }
            out.write("\"}\n{\"id\": \"2\", \"prompt\": \"two\"}\n".getBytes(StandardCharsets.UTF_8));
        }
        Product.Result result = run();
        assertThat(result.out()).contains("2 in = 1 emitted + 0 filtered + 1 rejected");
        assertThat(Files.readString(folder.resolve("out/rejects.jsonl")))
                .contains("rows.jsonl:1")
                .contains("too-long");
    }

    @Test
    void aModelOfNoProviderIsToldWithTheNearest() throws IOException {
        write("fellowship.toml", "[roles]\nwriter = \"opnai:gpt-4o-mini\"\n");
        Product.Result result = run("--model", "critic=scripted:answers.jsonl");
        assertThat(result.code()).isEqualTo(78);
        assertThat(result.err()).contains("opnai").contains("openai");
    }

    @Test
    void aMissingKeyIsToldBeforeTheFirstCall() {
        Product.Result result = run("--model", "writer=openai:gpt-4o-mini");
        assertThat(result.code()).isEqualTo(77);
        assertThat(result.err()).contains("OPENAI_API_KEY");
    }

    @Test
    void aServerThatIsNotThereIsToldAndTheRunCanGoOn() {
        Product.Result result = run("--model", "writer=http://127.0.0.1:9/v1#llama");
        assertThat(result.code()).isEqualTo(69);
        assertThat(result.err()).contains("127.0.0.1:9").contains("to go on");
    }

    @Test
    void aRunFolderInUseIsRefusedWithItsHolder() throws Exception {
        Files.createDirectories(folder.resolve("out"));
        try (fellowship.store.RunLock held = fellowship.store.RunLock.acquire(folder.resolve("out"))) {
            Product.Result result = run();
            assertThat(result.code()).isEqualTo(75);
            assertThat(result.err())
                    .contains(Long.toString(ProcessHandle.current().pid()));
        }
    }

    @Test
    void aReplyThatCannotBeReadIsARejectWithTheRawAnswer() throws IOException {
        write("s.groovy", """
                record Task(String id, String prompt) {}
                record Review(double score, String feedback) {}
                def writer = agent('writer') { model 'writer'; prompt '{{prompt}}' }
                def critic = agent('critic', Review) { model 'critic'; prompt 'Review: {{answer}}' }
                read(Task, 'rows.jsonl').refine(writer, critic) { atMost 2 }.into critiques('critiques')
                """);
        Product.Result result = run();
        assertThat(result.out()).contains("2 rejected");
        assertThat(Files.readString(folder.resolve("out/rejects.jsonl")))
                .contains("\"reason\":\"unreadable\"")
                .contains("an answer");
    }

    @Test
    void aSpentBudgetEndsTheRunAndMoreMoneyGoesOn() {
        Product.Result spent = run("--budget-calls", "1");
        assertThat(spent.code()).isEqualTo(78);
        assertThat(spent.out()).contains("+ 1 pending");
        assertThat(spent.err()).contains("the budget of 1 calls is used up").contains("to go on");

        Product.Result more = run("--budget-calls", "10");
        assertThat(more.code()).as(more.all()).isZero();
        assertThat(more.out()).contains("2 in = 2 emitted");
    }

    @Test
    void aScriptThatFailsOnRowAfterRowEndsTheRun() throws IOException {
        write(
                "s.groovy",
                SCRIPT.replace(".generate(writer)", ".filter { it.prompt.substring(100) == '' }.generate(writer)"));
        StringBuilder rows = new StringBuilder();
        for (int i = 0; i < 500; i++) {
            rows.append("{\"id\": \"").append(i).append("\", \"prompt\": \"short\"}\n");
        }
        write("rows.jsonl", rows.toString());
        Product.Result result = run();
        assertThat(result.code()).isEqualTo(64);
        assertThat(result.err())
                .contains("the script fails on 20 of the first 20 rows, here at s.groovy:8:")
                .contains("mend it and run again");
    }

    @Test
    void aMisspelledParameterIsToldWithTheNearest() {
        Product.Result result = run("-p", "promts=rows.jsonl");
        assertThat(result.code()).isEqualTo(64);
        assertThat(result.err()).contains("promts").contains("prompts");
    }

    @Test
    void aMistakeInTheScriptIsToldWithFileLineAndColumn() throws IOException {
        write("s.groovy", SCRIPT.replace("maxTokens 50", "maxTokns 50"));
        Product.Result result = run();
        assertThat(result.code()).isEqualTo(64);
        assertThat(result.err()).contains("s.groovy:5:5").contains("maxTokens");
    }
}
