package fellowship.people;

import fellowship.row.Outcome;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The pairs that people may judge: those of a {@code dpo} data set, or the rows that a step left to people. Texts stay on
 * the disk until they are shown.
 */
public final class PairIndex {

    /** The set of rows that judges disagree on most. */
    public static final String FOR_PEOPLE = "for-people";

    private static final String FOR_PEOPLE_FILE = "for-people.jsonl";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final String set;
    private final Path file;
    private final List<PairPlace> places;

    private PairIndex(String set, Path file, List<PairPlace> places) {
        this.set = set;
        this.file = file;
        this.places = places;
    }

    /**
     * Reads where the pairs stand. Of pairs with one id the first counts.
     *
     * @param run the run folder
     * @param set a data set's name, or {@link #FOR_PEOPLE}
     * @throws IllegalArgumentException with file and line when the file is not there or holds what is no pair
     */
    public static PairIndex read(Path run, String set) throws IOException {
        boolean people = set.equals(FOR_PEOPLE);
        Path file = run.resolve(people ? FOR_PEOPLE_FILE : set + "/full.jsonl");
        if (!Files.isRegularFile(file)) {
            throw new IllegalArgumentException(file + " is not there; nothing in it can be judged");
        }
        List<PairPlace> places = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
            ByteArrayOutputStream line = new ByteArrayOutputStream();
            long offset = 0;
            int count = 0;
            for (int b = in.read(); b >= 0; b = in.read()) {
                if (b != '\n') {
                    line.write(b);
                    continue;
                }
                count++;
                if (line.size() > 0) {
                    PairPlace place = place(line.toByteArray(), offset, people, file + ":" + count);
                    if (seen.add(place.item())) {
                        places.add(place);
                    }
                }
                offset += line.size() + 1;
                line.reset();
            }
        }
        return new PairIndex(set, file, List.copyOf(places));
    }

    private static PairPlace place(byte[] line, long offset, boolean people, String at) {
        JsonNode node;
        try {
            node = JSON.readTree(line);
        } catch (JacksonException e) {
            throw new IllegalArgumentException(at + ": this line is not one JSON object", e);
        }
        String row = node.path("row_id").asString("");
        String item = people
                ? node.path("step").asString("") + "/" + row
                : node.path("pair_id").asString("");
        if (row.isEmpty() || item.isEmpty() || item.startsWith("/")) {
            throw new IllegalArgumentException(at + ": this is no pair; people compare the pairs of dpo data sets");
        }
        if (people) {
            return new PairPlace(item, row, "", "", offset, line.length, Optional.empty());
        }
        String chosen = node.path("chosen_draft").asString("");
        String rejected = node.path("rejected_draft").asString("");
        boolean chosenFirst = chosenFirst(node, chosen, rejected);
        return new PairPlace(
                item,
                row,
                chosenFirst ? chosen : rejected,
                chosenFirst ? rejected : chosen,
                offset,
                line.length,
                Optional.of(chosenFirst ? Outcome.FIRST : Outcome.SECOND));
    }

    /** A pair's places are those of the verdict behind it; without one they go by the drafts' ids. */
    private static boolean chosenFirst(JsonNode node, String chosen, String rejected) {
        try {
            JsonNode candidates = JSON.readTree(node.path("lineage").asString("{}"))
                    .path("verdict")
                    .path("candidates");
            String first = candidates.path(0).asString("");
            if (first.equals(chosen) || first.equals(rejected)) {
                return first.equals(chosen);
            }
        } catch (JacksonException e) {
            return chosen.compareTo(rejected) <= 0; // Lineage is for people; what cannot be read tells nothing.
        }
        return chosen.compareTo(rejected) <= 0;
    }

    public String set() {
        return set;
    }

    /** All pairs, in the order of the file. */
    public List<PairPlace> places() {
        return places;
    }

    /** The step behind a label of {@link #FOR_PEOPLE}. */
    static String step(PersonLabel label) {
        int end = label.item().length() - label.row().length() - 1;
        return end > 0 ? label.item().substring(0, end) : "";
    }

    /** The texts of a pair. */
    public Pair pair(PairPlace place) throws IOException {
        byte[] line = new byte[place.length()];
        try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
            in.seek(place.offset());
            in.readFully(line);
        }
        JsonNode node;
        try {
            node = JSON.readTree(line);
        } catch (JacksonException e) {
            throw new IOException(file + " was changed meanwhile; start again", e);
        }
        if (set.equals(FOR_PEOPLE)) {
            boolean swapped = node.path("swapped").asBoolean(false);
            String a = node.path("a").asString("");
            String b = node.path("b").asString("");
            return new Pair(
                    List.of(new Pair.Turn("user", node.path("question").asString(""))),
                    swapped ? b : a,
                    swapped ? a : b);
        }
        if (!node.path("pair_id").asString("").equals(place.item())) {
            throw new IOException(file + " was changed meanwhile; start again");
        }
        boolean chosenFirst = place.run().equals(Optional.of(Outcome.FIRST));
        String chosen = text(node.path("chosen"));
        String rejected = text(node.path("rejected"));
        return new Pair(turns(node.path("prompt")), chosenFirst ? chosen : rejected, chosenFirst ? rejected : chosen);
    }

    private static List<Pair.Turn> turns(JsonNode messages) {
        List<Pair.Turn> turns = new ArrayList<>();
        for (JsonNode message : messages) {
            turns.add(new Pair.Turn(
                    message.path("role").asString("user"),
                    message.path("content").isString()
                            ? message.path("content").asString("")
                            : message.path("content").toString()));
        }
        return turns;
    }

    private static String text(JsonNode messages) {
        StringBuilder out = new StringBuilder();
        turns(messages)
                .forEach(turn -> out.append(out.length() > 0 ? "\n\n" : "").append(turn.text()));
        return out.toString();
    }
}
