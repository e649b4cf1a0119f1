package fellowship.hub;

import fellowship.model.http.HostKey;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Publishes a run in the order in which the hub wants it (as its own client does): make the data set, ask how each file goes,
 * put the large ones into its store, then one commit that names all. Until the commit nothing is to be seen; whatever came
 * before is found again by the next try and not sent twice.
 */
public final class Push {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int ASK_AT_ONCE = 256;
    private static final String LINES = "application/x-ndjson";
    private static final String PLAIN = "application/json";

    private final Target target;
    private final HubHttp http;
    private final LargeFiles large;
    private final Consumer<String> told;

    /**
     * @param key for the target's server alone
     * @param pause before a request is tried a second time
     * @param told hears what is done, line by line
     */
    public Push(Target target, HttpClient client, HostKey key, Duration pause, Consumer<String> told) {
        this.target = target;
        this.http = new HubHttp(client, key, pause);
        this.large = new LargeFiles(target, http);
        this.told = told;
    }

    /** What is asked of the hub first. */
    public static Map<String, Object> creation(Target target, boolean hidden) {
        Map<String, Object> wanted = new LinkedHashMap<>();
        wanted.put("type", "dataset");
        wanted.put("name", target.name());
        wanted.put("organization", target.owner());
        wanted.put("private", hidden);
        return wanted;
    }

    /**
     * Sends all.
     *
     * @param hidden whether a data set that has to be made is to be seen by its owner alone
     * @return how many files changed on the hub
     * @throws IOException when a file cannot be read
     */
    public int run(PushPlan plan, boolean hidden) throws HubException, IOException, InterruptedException {
        HubHttp.Answer made = http.post(target.create(), PLAIN, json(creation(target, hidden)));
        told.accept(made.status() == 409 ? target.id() + " is there already" : target.id() + " was made");
        if (!target.revision().equals("main")) {
            http.post(target.branch(), PLAIN, json(Map.of()));
        }
        List<Parcel> byCommit = new ArrayList<>();
        List<Parcel> byStore = new ArrayList<>();
        ask(plan.parcels(), byCommit, byStore);
        if (byCommit.isEmpty() && byStore.isEmpty()) {
            told.accept("nothing changed: the hub has these very files");
            return 0;
        }
        large.send(byStore, told);
        http.post(target.commit(), LINES, HttpRequest.BodyPublishers.ofByteArrays(lines(byCommit, byStore)));
        return byCommit.size() + byStore.size();
    }

    /** How each file goes, by the hub's own rules; files that it has already are left out. */
    private void ask(List<Parcel> all, List<Parcel> byCommit, List<Parcel> byStore)
            throws HubException, IOException, InterruptedException {
        for (int from = 0; from < all.size(); from += ASK_AT_ONCE) {
            List<Parcel> some = all.subList(from, Math.min(all.size(), from + ASK_AT_ONCE));
            List<Map<String, Object>> files = new ArrayList<>();
            for (Parcel parcel : some) {
                Map<String, Object> file = new LinkedHashMap<>();
                file.put("path", parcel.path());
                file.put("sample", Base64.getEncoder().encodeToString(parcel.sample()));
                file.put("size", parcel.bytes());
                files.add(file);
            }
            JsonNode answer = http.post(target.preupload(), PLAIN, json(Map.of("files", files)))
                    .body();
            Set<String> answered = new HashSet<>();
            for (JsonNode file : answer.path("files")) {
                for (Parcel parcel : some) {
                    if (parcel.path().equals(file.path("path").asString(""))) {
                        answered.add(parcel.path());
                        sort(parcel, file, byCommit, byStore);
                    }
                }
            }
            if (answered.size() < some.size()) {
                throw new HubException("the hub did not say how all files are to be sent", false);
            }
        }
    }

    private void sort(Parcel parcel, JsonNode file, List<Parcel> byCommit, List<Parcel> byStore) throws IOException {
        boolean store = file.path("uploadMode").asString("").equals("lfs");
        String there = file.path("oid").asString("");
        if (there.equals(store ? parcel.sha256() : parcel.gitId())) {
            told.accept(parcel.path() + " is there already");
        } else if (file.path("shouldIgnore").asBoolean(false)) {
            told.accept(parcel.path() + " is left out: the data set's own .gitignore names it");
        } else {
            (store ? byStore : byCommit).add(parcel);
        }
    }

    private static HttpRequest.BodyPublisher json(Map<String, ?> value) {
        return HttpRequest.BodyPublishers.ofByteArray(JSON.writeValueAsBytes(value));
    }

    /** The commit, a line at a time: no more than one small file is in memory. */
    private Iterable<byte[]> lines(List<Parcel> byCommit, List<Parcel> byStore) {
        List<LineSource> sources = new ArrayList<>();
        Map<String, Object> head = new LinkedHashMap<>();
        head.put("summary", "Data set written by Fellowship");
        head.put("description", "");
        sources.add(() -> line("header", head));
        byCommit.forEach(parcel -> sources.add(() -> {
            Map<String, Object> file = new LinkedHashMap<>();
            file.put("content", Base64.getEncoder().encodeToString(java.nio.file.Files.readAllBytes(parcel.file())));
            file.put("path", parcel.path());
            file.put("encoding", "base64");
            return line("file", file);
        }));
        byStore.forEach(parcel -> sources.add(() -> {
            Map<String, Object> file = new LinkedHashMap<>();
            file.put("path", parcel.path());
            file.put("algo", "sha256");
            file.put("oid", parcel.sha256());
            file.put("size", parcel.bytes());
            return line("lfsFile", file);
        }));
        return () -> new Iterator<>() {
            private final Iterator<LineSource> left = sources.iterator();

            @Override
            public boolean hasNext() {
                return left.hasNext();
            }

            @Override
            public byte[] next() {
                try {
                    return left.next().line();
                } catch (IOException e) {
                    throw new java.io.UncheckedIOException(e);
                }
            }
        };
    }

    private interface LineSource {
        byte[] line() throws IOException;
    }

    private static byte[] line(String key, Map<String, Object> value) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("key", key);
        line.put("value", value);
        byte[] bytes = JSON.writeValueAsBytes(line);
        byte[] ended = java.util.Arrays.copyOf(bytes, bytes.length + 1);
        ended[bytes.length] = '\n';
        return ended;
    }
}
