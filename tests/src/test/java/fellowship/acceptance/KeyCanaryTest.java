package fellowship.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import fellowship.model.http.RawServer;
import fellowship.proof.Proof;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/**
 * A key goes into the product by every lane there is and comes back from the server in every form, with logs at TRACE.
 * Nothing that is written may hold a piece of it.
 */
class KeyCanaryTest {

    private static final String SCRIPT = """
            about 'One answer a row.'

            @Param(help = 'JSONL with id and prompt') Path prompts

            record Task(String id, String prompt) {}

            def one = agent('one') {
                model 'writer'
                maxTokens 64
                prompt '{{prompt}}'
            }

            read(Task, prompts).generate(one).into sft('answers')
            """;
    private static final String LOGS = """
            <configuration>
              <appender name="all" class="ch.qos.logback.core.FileAppender">
                <file>%s</file>
                <encoder><pattern>%%level %%logger %%thread %%msg%%n%%ex</pattern></encoder>
              </appender>
              <root level="TRACE"><appender-ref ref="all"/></root>
            </configuration>
            """;

    @TempDir
    private Path temp;

    private final List<Canary> canaries = new ArrayList<>();
    private final List<Path> written = new ArrayList<>();
    private int runs;

    /** How the server sends a key back. */
    private enum Echo {
        ANSWER,
        BAD_REQUEST,
        REFUSED_KEY,
        REDIRECT,
        NO_HTTP,
        RATE
    }

    @Test
    void noKeyIsWrittenAnywhere() throws Exception {
        for (Echo echo : Echo.values()) {
            lane("env", echo, "key = { env = \"CANARY_KEY\" }", canary("q7"));
        }
        Canary file = canary("f2");
        Path key = Files.writeString(temp.resolve("key"), file.value() + "\n");
        Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-------"));
        lane("file", Echo.ANSWER, "key = { file = \"" + key + "\" }", file);
        lane("command", Echo.REFUSED_KEY, "key = { command = [\"cat\", \"" + key + "\"] }", file);
        Canary header = canary("h5");
        for (Echo echo : List.of(Echo.ANSWER, Echo.BAD_REQUEST)) {
            lane("header", echo, "key = \"none\"\nheaders = { \"X-Api-Token\" = \"" + header.value() + "\" }", header);
        }
        refused("literal", "url = \"http://127.0.0.1:9/v1\"\nkey = \"%s\"", canary("l1"));
        refused("userinfo", "url = \"http://user:%s@127.0.0.1:9/v1\"", canary("u3"));
        refused("query", "url = \"http://127.0.0.1:9/v1?key=%s\"", canary("w9"));
        refused("broken", "url = \"http://127.0.0.1:9/v1\"\nheaders = { \"X-Key\" = \"%s\" \nkey 7", canary("b8"));
        proxy(canary("p6"));

        long bytes = 0;
        List<String> hits = new ArrayList<>();
        for (Path each : written) {
            bytes += Files.size(each);
        }
        for (Canary canary : canaries) {
            hits.addAll(canary.hits(written));
        }
        Proof.figure(
                "key-scan",
                bytes + " bytes scanned in " + written.size() + " files of " + runs + " runs for " + canaries.size()
                        + " keys, hits " + hits.size());
        assertThat(hits).isEmpty();
        assertThat(temp.resolve("env-ANSWER/made/answers/train.jsonl"))
                .content()
                .contains("It is ***");
        assertThat(bytes).isGreaterThan(100_000);
        assertThat(written.stream().map(path -> path.getFileName().toString()))
                .as("logs, output and journals were written and are among what was scanned")
                .contains("trace.log", "out", "err", "journal.db", "manifest.json", "rejects.jsonl");
    }

    @Test
    void theScanFindsEveryFormWhereItIs() throws IOException {
        Canary canary = canary("t4");
        for (String form : canary.forms()) {
            for (java.nio.charset.Charset charset : List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE)) {
                Path file = Files.write(temp.resolve("found"), ("before " + form + " after").getBytes(charset));
                assertThat(canary.hits(List.of(file))).as(form).isNotEmpty();
            }
        }
        Path piece =
                Files.writeString(temp.resolve("found"), "..." + canary.value().substring(5, 13) + "...");
        assertThat(canary.hits(List.of(piece))).isNotEmpty();
    }

    private Canary canary(String lane) {
        Canary canary = new Canary("zk/" + lane + "c51d2e84b+60a7" + lane + "9xV3m");
        if (!canaries.contains(canary)) {
            canaries.add(canary);
        }
        return canary;
    }

    private void lane(String lane, Echo echo, String key, Canary canary) throws Exception {
        try (RawServer server = server(echo, canary)) {
            Path folder = folder(lane + "-" + echo, "url = \"" + server.url() + "\"\n" + key + "\n");
            run(folder, Map.of("CANARY_KEY", canary.value()));
            assertThat(server.lastRequest()).as("the key was sent").contains(canary.value());
        }
    }

    /** A configuration that is not taken: what is told of it must not show the key. */
    private void refused(String lane, String provider, Canary canary) throws Exception {
        Path folder = folder(lane, provider.formatted(canary.value()) + "\n");
        assertThat(run(folder, Map.of())).as(lane).isNotZero();
    }

    private void proxy(Canary canary) throws Exception {
        RawServer[] self = new RawServer[1];
        self[0] = new RawServer((socket, out) -> RawServer.answers(
                        407,
                        "Proxy-Authenticate: Basic realm=\"" + canary.value() + "\"\r\n",
                        self[0].lastRequest() + String.join("\n", canary.forms()))
                .on(socket, out));
        try (RawServer server = self[0]) {
            String place = server.url().replaceFirst("http://(.*)/v1", "$1");
            Path folder = folder("proxy", "url = \"https://models.invalid/v1\"\nkey = \"none\"\n");
            String password = java.net.URLEncoder.encode(canary.value(), StandardCharsets.UTF_8);
            assertThat(run(folder, Map.of("https_proxy", "http://user:" + password + "@" + place)))
                    .isNotZero();
            assertThat(server.lastRequest()).as("the password was sent").contains("Basic");
        }
    }

    private static RawServer server(Echo echo, Canary canary) throws IOException {
        String all = String.join(" ; ", canary.forms());
        String text = new JsonMapper().writeValueAsString("It is " + all + " .");
        String headers =
                "Connection: close\r\nx-request-id: req-" + canary.value() + "\r\nX-Echo: " + canary.value() + "\r\n";
        return new RawServer(
                switch (echo) {
                    case ANSWER ->
                        RawServer.answers(
                                200,
                                headers,
                                "{\"id\":" + text + ",\"model\":" + text
                                        + ",\"choices\":[{\"index\":0,\"message\":{\"role\":"
                                        + "\"assistant\",\"content\":" + text + ",\"reasoning_content\":" + text
                                        + "},\"finish_reason\":\"stop\"}],\"usage\":{\"prompt_tokens\":3,"
                                        + "\"completion_tokens\":9}}");
                    case BAD_REQUEST ->
                        RawServer.answers(
                                400,
                                headers,
                                "{\"error\":{\"message\":" + text + ",\"code\":" + text + "}," + "\"all\":\"" + all
                                        + "\"}");
                    case REFUSED_KEY -> RawServer.answers(401, headers, "{\"error\":{\"message\":" + text + "}}");
                    case REDIRECT ->
                        RawServer.answers(
                                307, headers + "Location: http://evil.example/?key=" + canary.value() + "\r\n", all);
                    case NO_HTTP -> RawServer.sends("HTTP/9 " + canary.value() + " " + all + "\r\n\r\n");
                    case RATE ->
                        RawServer.answers(
                                429, headers + "Retry-After: 4000\r\n", "{\"error\":{\"message\":" + text + "}}");
                });
    }

    private Path folder(String name, String provider) throws IOException {
        Path folder = Files.createDirectories(temp.resolve(name));
        Files.writeString(folder.resolve("one.groovy"), SCRIPT);
        Files.writeString(
                folder.resolve("rows.jsonl"),
                java.util.stream.IntStream.range(0, 4)
                        .mapToObj(i -> "{\"id\": \"r" + i + "\", \"prompt\": \"Say something of " + i + ".\"}")
                        .collect(Collectors.joining("\n")));
        Files.writeString(
                folder.resolve("fellowship.toml"),
                "[roles]\nwriter = \"mine:m\"\n\n[providers.mine]\nprotocol = \"openai\"\nprices = { \"*\" = { input = 0.0,"
                        + " output = 0.0 } }\n" + provider);
        return folder;
    }

    /** Runs the product in a process of its own, and notes what it wrote: everything but what we did. */
    private int run(Path folder, Map<String, String> environment) throws Exception {
        Path home = Files.createDirectories(folder.resolve("home"));
        Path logs = Files.writeString(
                folder.resolve("logs.xml"),
                LOGS.formatted(home.resolve("trace.log").toString()));
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-Dlogback.configurationFile=" + logs,
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        "fellowship.cli.Main",
                        "run",
                        "one.groovy",
                        "-p",
                        "prompts=rows.jsonl",
                        "--out",
                        "made",
                        "--debug")
                .directory(folder.toFile())
                .redirectOutput(home.resolve("out").toFile())
                .redirectError(home.resolve("err").toFile());
        builder.environment().keySet().removeIf(name -> name.toLowerCase(java.util.Locale.ROOT)
                .endsWith("_proxy"));
        builder.environment().put("HOME", home.toString());
        builder.environment().put("XDG_CACHE_HOME", home.resolve("cache").toString());
        builder.environment().put("XDG_CONFIG_HOME", home.resolve("config").toString());
        builder.environment().putAll(environment);
        Process process = builder.start();
        process.getOutputStream().close();
        if (!process.waitFor(120, java.util.concurrent.TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError("no end: " + folder);
        }
        runs++;
        written.addAll(Canary.filesBelow(home));
        if (Files.exists(folder.resolve("made"))) {
            written.addAll(Canary.filesBelow(folder.resolve("made")));
        }
        return process.exitValue();
    }
}
