package fellowship.hub;

import fellowship.text.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What of a run is sent and what stays. Sent are the files that the manifest lists and the manifest itself; what holds raw
 * answers of rejected rows, or what people are asked, stays unless it is asked for. The journal and what people said stay in
 * any case: they are not in the manifest.
 *
 * @param parcels what is sent, in order
 * @param left what stays, with the reason
 */
public record PushPlan(List<Parcel> parcels, Map<String, String> left) {

    private static final String MANIFEST = "manifest.json";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static final Map<String, String> STAYS = Map.of(
            "rejects.jsonl", "it holds raw answers of rejected rows",
            "report.html", "its sample shows rows that were rejected too",
            "plants.jsonl", "it tells judges' planted answers",
            "for-people.jsonl", "it is for people to fill in");

    public PushPlan {
        parcels = List.copyOf(parcels);
        left = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(left));
    }

    /**
     * Looks at a run and checks it: every file must be the one that the manifest names, digest by digest, the card must be
     * among them, and at least one data set must have rows.
     *
     * @param run the run folder
     * @param with files that would stay and are wanted
     * @throws IllegalArgumentException with all that is wrong, line by line
     */
    public static PushPlan of(Path run, Set<String> with) throws IOException {
        JsonNode manifest;
        try {
            manifest = JSON.readTree(Files.readAllBytes(run.resolve(MANIFEST)));
        } catch (JacksonException e) {
            throw new IllegalArgumentException(run.resolve(MANIFEST) + " cannot be read: " + e.getMessage(), e);
        }
        List<String> problems = new ArrayList<>();
        List<Parcel> parcels = new ArrayList<>();
        Map<String, String> left = new LinkedHashMap<>();
        for (JsonNode listed : manifest.path("files")) {
            String path = listed.path("path").asString("");
            if (STAYS.containsKey(path) && !with.contains(path)) {
                left.put(path, STAYS.getOrDefault(path, ""));
            } else {
                parcel(run, path, listed.path("sha256").asString(""), problems, parcels);
            }
        }
        with.stream()
                .filter(wanted ->
                        parcels.stream().noneMatch(parcel -> parcel.path().equals(wanted)))
                .forEach(wanted -> problems.add("--with " + wanted + ": this run has no such file"));
        check(manifest, parcels, problems);
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException(String.join("\n", problems));
        }
        Path file = run.resolve(MANIFEST);
        parcels.add(new Parcel(MANIFEST, file, Files.size(file), Sha256.of(file)));
        left.put("journal.db", "it holds every answer and what was asked");
        if (Files.isDirectory(run.resolve("people"))) {
            left.put("people/", "it holds the names of those who judged");
        }
        return new PushPlan(parcels, left);
    }

    private static void parcel(Path run, String path, String digest, List<String> problems, List<Parcel> parcels)
            throws IOException {
        Path file = run.resolve(path).normalize();
        if (path.isEmpty() || !file.startsWith(run.normalize())) {
            problems.add(MANIFEST + " names '" + path + "', which is not in the run folder");
        } else if (!Files.isRegularFile(file)) {
            problems.add(path + " is missing; run it again, which costs nothing");
        } else if (!Sha256.of(file).equals(digest)) {
            problems.add(path + " is not the file that the run wrote; run it again, which costs nothing");
        } else if (Files.size(file) > 0) {
            parcels.add(new Parcel(path, file, Files.size(file), digest));
        }
    }

    private static void check(JsonNode manifest, List<Parcel> parcels, List<String> problems) {
        for (String needed : List.of("README.md", "croissant.json")) {
            if (parcels.stream().noneMatch(parcel -> parcel.path().equals(needed))
                    && problems.stream().noneMatch(problem -> problem.startsWith(needed))) {
                problems.add(
                        "the manifest lists no " + needed + "; run it again with this version, which costs nothing");
            }
        }
        long rows = 0;
        for (JsonNode output : manifest.path("outputs")) {
            rows += output.path("type").asString("").equals("agreement")
                    ? 0
                    : output.path("rows").asLong(0);
        }
        if (rows == 0) {
            problems.add("no data set has a row: there is nothing to publish");
        }
    }

    /** All that is sent, in bytes. */
    public long bytes() {
        return parcels.stream().mapToLong(Parcel::bytes).sum();
    }
}
