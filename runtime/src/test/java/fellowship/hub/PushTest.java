package fellowship.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fellowship.model.http.ApiKey;
import fellowship.model.http.HostKey;
import fellowship.model.weights.EnvironmentHttp;
import fellowship.text.Sha256;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

class PushTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @TempDir
    private Path run;

    private HubDouble hub;
    private final List<String> told = new ArrayList<>();

    @BeforeEach
    void write() throws IOException {
        hub = new HubDouble();
        List<Map<String, Object>> files = new ArrayList<>();
        for (String[] file : new String[][] {
            {"pairs/train.jsonl", "{\"prompt\":\"p\"}\n".repeat(400)},
            {"pairs/full.jsonl", "{\"prompt\":\"p\",\"margin\":1.0}\n".repeat(400)},
            {"rejects.jsonl", "{\"raw\":\"secret words\"}\n"},
            {"report.html", "<p>rejected</p>"},
            {"croissant.json", "{}"},
            {"README.md", "---\nlicense: other\n---\n"}
        }) {
            Path path = run.resolve(file[0]);
            Files.createDirectories(path.getParent());
            Files.writeString(path, file[1]);
            files.add(Map.of("path", file[0], "bytes", file[1].length(), "sha256", Sha256.of(file[1])));
        }
        Files.createDirectories(run.resolve("people"));
        Files.writeString(run.resolve("people/ann.jsonl"), "{}");
        Files.writeString(run.resolve("journal.db"), "journal");
        Files.writeString(
                run.resolve("manifest.json"),
                JSON.writeValueAsString(Map.of(
                        "files", files, "outputs", List.of(Map.of("name", "pairs", "type", "dpo", "rows", 400)))));
    }

    @AfterEach
    void end() {
        hub.close();
    }

    private int push(String token, String revision) throws Exception {
        Target target = Target.of("hub:ann/pairs", Optional.of(hub.url()), revision);
        HostKey key = new HostKey(ApiKey.of(token), target.server());
        return new Push(target, EnvironmentHttp.of(Map.of()), key, Duration.ofMillis(1), told::add)
                .run(PushPlan.of(run, Set.of()), true);
    }

    private void theHubHasThem() throws IOException {
        assertThat(hub.files.keySet())
                .containsExactlyInAnyOrder(
                        "pairs/train.jsonl", "pairs/full.jsonl", "croissant.json", "README.md", "manifest.json");
        for (Map.Entry<String, byte[]> file : hub.files.entrySet()) {
            assertThat(file.getValue()).as(file.getKey()).isEqualTo(Files.readAllBytes(run.resolve(file.getKey())));
        }
        assertThat(hub.tokensAtStore).as("the token goes to the hub alone").isEmpty();
    }

    @Test
    void smallFilesGoWithTheCommitAndLargeOnesThroughTheStore() throws Exception {
        assertThat(push(HubDouble.TOKEN, "main")).isEqualTo(5);
        theHubHasThem();
        assertThat(hub.store).hasSize(2);
        assertThat(hub.requests.get(0)).isEqualTo("POST /api/repos/create");
        assertThat(hub.requests.get(1)).isEqualTo("POST /api/datasets/ann/pairs/preupload/main");
        assertThat(hub.requests.get(hub.requests.size() - 1)).isEqualTo("POST /api/datasets/ann/pairs/commit/main");
    }

    @Test
    void largeFilesGoInPartsWhereTheStoreWantsThem() throws Exception {
        hub.part = 1500;
        push(HubDouble.TOKEN, "v2");
        theHubHasThem();
        assertThat(hub.requests).contains("POST /api/datasets/ann/pairs/branch/v2", "POST /whole");
    }

    @Test
    void aPushThatWasCutOffGoesOnAndSendsNothingTwice() throws Exception {
        hub.ill.put("/commit/main", 100);
        assertThatThrownBy(() -> push(HubDouble.TOKEN, "main"))
                .isInstanceOf(HubException.class)
                .hasMessageEndingWith("/commit/main: status 503");
        assertThat(hub.files).isEmpty();
        hub.ill.clear();
        hub.requests.clear();
        assertThat(push(HubDouble.TOKEN, "main")).isEqualTo(5);
        theHubHasThem();
        assertThat(hub.requests).noneMatch(request -> request.startsWith("PUT"));
        hub.requests.clear();
        assertThat(push(HubDouble.TOKEN, "main")).isZero();
        assertThat(hub.requests)
                .containsExactly("POST /api/repos/create", "POST /api/datasets/ann/pairs/preupload/main");
    }

    @Test
    void aServerThatIsBusyIsAskedAgain() throws Exception {
        hub.ill.put("/preupload/main", 2);
        hub.ill.put("/batch", 1);
        assertThat(push(HubDouble.TOKEN, "main")).isEqualTo(5);
        theHubHasThem();
    }

    @Test
    void aTokenThatIsRefusedIsToldWithoutIt() {
        assertThatThrownBy(() -> push("hf_anotherTokenOf1234567890", "main"))
                .isInstanceOfSatisfying(HubException.class, fault -> assertThat(fault.credentials())
                        .isTrue())
                .hasMessageContaining("status 401")
                .hasMessageContaining("***")
                .hasMessageNotContaining("anotherToken");
    }

    @Test
    void nothingIsSentBeforeTheChecksPass() throws IOException {
        Files.writeString(run.resolve("pairs/train.jsonl"), "{}\n");
        Files.delete(run.resolve("croissant.json"));
        assertThatThrownBy(() -> push(HubDouble.TOKEN, "main"))
                .hasMessage("pairs/train.jsonl is not the file that the run wrote; run it again, which costs nothing\n"
                        + "croissant.json is missing; run it again, which costs nothing");
        assertThat(hub.requests).isEmpty();
    }

    @Test
    void whatStaysIsToldAndSentOnlyWhenAskedFor() throws IOException {
        PushPlan plan = PushPlan.of(run, Set.of());
        assertThat(plan.left().keySet())
                .containsExactlyInAnyOrder("rejects.jsonl", "report.html", "journal.db", "people/");
        assertThat(PushPlan.of(run, Set.of("report.html")).parcels())
                .extracting(Parcel::path)
                .contains("report.html")
                .doesNotContain("rejects.jsonl");
        assertThatThrownBy(() -> PushPlan.of(run, Set.of("journal.db", "people/ann.jsonl")))
                .hasMessageContaining("--with journal.db: this run has no such file")
                .hasMessageContaining("--with people/ann.jsonl: this run has no such file");
    }

    @Test
    void aTargetIsAHubAnOwnerAndAName() {
        assertThat(Target.of("hub:ann/pairs-1", Optional.empty(), "main").page())
                .isEqualTo("https://huggingface.co/datasets/ann/pairs-1");
        for (String bad : List.of("ann/pairs", "hub:ann", "hub:ann/../x", "hub:a/b/c", "hub:ann/pa irs")) {
            assertThatThrownBy(() -> Target.of(bad, Optional.empty(), "main")).hasMessageContaining("hub:owner/name");
        }
        assertThatThrownBy(() -> Target.of("hub:a/b", Optional.of("http://evil.example"), "main"))
                .hasMessageContaining("HF_ENDPOINT must begin with https://");
        assertThatThrownBy(() -> Target.of("hub:a/b", Optional.empty(), "../x")).hasMessageContaining("is no branch");
    }

    @Test
    void theTokenIsForItsServerAlone() {
        HostKey key = new HostKey(ApiKey.of(HubDouble.TOKEN), URI.create("https://hub.example"));
        assertThat(key.bearer(URI.create("https://hub.example/api"))).contains("Bearer " + HubDouble.TOKEN);
        for (String other : List.of("http://hub.example/", "https://hub.example:8443/", "https://hub.example.evil/")) {
            assertThat(key.bearer(URI.create(other))).as(other).isEmpty();
        }
        assertThat(key).hasToString("key of hub.example");
    }
}
