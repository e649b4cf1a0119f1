package fellowship.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every block of the README and of the pages in {@code docs} is run. Commands that would ask a paid or embedded model are
 * run on the example's scripted answers; {@code …} in an output stands for anything. Python is run by the consumers' tests;
 * Java and the settings of editors are only shown.
 */
class DocsTest {

    private static final Pattern BLOCK = Pattern.compile("^```(\\w+)\\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL);

    @TempDir
    private Path temp;

    private Path folder;
    private Product product;

    private static final Set<String> SHOWN = Set.of("python", "java", "json");

    private record Block(String page, String kind, String text) {}

    @BeforeEach
    void checkout() throws IOException {
        folder = Files.createDirectories(temp.resolve("checkout"));
        Product.copy(Product.root().resolve("examples"), folder.resolve("examples"));
        Product.copy(Product.root().resolve("docs"), folder.resolve("docs"));
        product = new Product(Files.createDirectories(temp.resolve("home")), folder);
    }

    private static List<Path> pages() throws IOException {
        try (Stream<Path> docs = Files.list(Product.root().resolve("docs"))) {
            return Stream.concat(
                            Stream.of(Product.root().resolve("README.md")),
                            docs.filter(file -> file.toString().endsWith(".md")).sorted())
                    .toList();
        }
    }

    private static List<Block> blocks() throws IOException {
        List<Block> blocks = new ArrayList<>();
        for (Path page : pages()) {
            Matcher matcher = BLOCK.matcher(Files.readString(page));
            while (matcher.find()) {
                blocks.add(new Block(page.getFileName().toString(), matcher.group(1), matcher.group(2)));
            }
        }
        return blocks;
    }

    @Test
    void thereAreBlocks() throws IOException {
        assertThat(blocks().stream().filter(block -> block.page().equals("README.md")))
                .hasSizeGreaterThan(6);
        assertThat(blocks().stream().filter(block -> block.page().equals("agree.md")))
                .hasSizeGreaterThan(4);
        assertThat(blocks())
                .extracting(Block::kind)
                .containsOnly("console", "sh", "groovy", "toml", "python", "java", "json");
    }

    @TestFactory
    Stream<DynamicTest> everyBlockDoesWhatItSays() throws IOException {
        return blocks().stream()
                .filter(block -> !SHOWN.contains(block.kind()))
                .map(block -> DynamicTest.dynamicTest(
                        block.page() + ", " + block.kind() + ": "
                                + block.text().lines().findFirst().orElse(""),
                        () -> play(block)));
    }

    private void play(Block block) throws IOException {
        switch (block.kind()) {
            case "groovy" -> {
                Files.writeString(folder.resolve("page.groovy"), block.text());
                Files.copy(
                        folder.resolve("examples/01-quickstart/prompts.jsonl"),
                        folder.resolve("prompts.jsonl"),
                        java.nio.file.StandardCopyOption.REPLACE_EXISTING);
                Product.Result result = product.run("check", "page.groovy");
                assertThat(result.code()).as(result.all()).isZero();
            }
            case "toml" -> {
                Files.writeString(folder.resolve("fellowship.toml"), block.text());
                Product.Result result = product.run("models", "list");
                Files.delete(folder.resolve("fellowship.toml"));
                assertThat(result.code()).as(result.all()).isZero();
                assertThat(result.out()).contains("server:llama-3.1-8b").contains("openai:gpt-4o-mini");
            }
            case "sh" ->
                block.text().lines().forEach(line -> assertThat(run(line, true).code())
                        .isZero());
            case "console" -> {
                String command = block.text().lines().findFirst().orElseThrow();
                String expected = block.text().substring(command.length() + 1);
                Product.Result result = run(command.substring(2), false);
                assertThat(result.out()).as(result.err()).matches(Pattern.compile(pattern(expected), Pattern.DOTALL));
            }
            default -> throw new AssertionError("no way to run " + block.kind());
        }
    }

    /** The command, on scripted answers when it runs something, so that no page costs anything. */
    private Product.Result run(String line, boolean checkOnly) {
        assertThat(line).startsWith("./fellowship ");
        List<String> args = new ArrayList<>(Arrays.asList(line.split(" ")).subList(1, line.split(" ").length));
        if (args.get(0).equals("run")) {
            if (checkOnly) {
                args.set(0, "check");
            } else {
                args.addAll(List.of("--model", "scripted:answers.jsonl"));
            }
        }
        return product.run(args.toArray(String[]::new));
    }

    private static String pattern(String expected) {
        return Arrays.stream(expected.split("…", -1))
                .map(Pattern::quote)
                .reduce((a, b) -> a + ".*" + b)
                .orElseThrow();
    }
}
