package fellowship.people;

import fellowship.row.Outcome;
import fellowship.text.Sha256;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** All that people said of a run: {@code people/NAME.jsonl} in its folder, one file a person. */
public final class People {

    /** The folder in the run folder. */
    public static final String FOLDER = "people";

    static final String ENDING = ".jsonl";

    private final List<Person> people;
    private final List<String> digests;

    private People(List<Person> people, List<String> digests) {
        this.people = people;
        this.digests = digests;
    }

    /** Nobody said anything. */
    public static People none() {
        return new People(List.of(), List.of());
    }

    /**
     * Reads what there is; nobody where there is no folder.
     *
     * @param run the run folder
     * @throws IllegalArgumentException when a line is not ours, with file and line
     */
    public static People read(Path run) {
        Path folder = run.resolve(FOLDER);
        if (!Files.isDirectory(folder)) {
            return none();
        }
        List<LabelLines> files = new ArrayList<>();
        List<String> digests = new ArrayList<>();
        try (Stream<Path> all = Files.list(folder)) {
            for (Path file : all.filter(path -> path.toString().endsWith(ENDING))
                    .sorted()
                    .toList()) {
                byte[] bytes = Files.readAllBytes(file);
                LabelLines lines = LabelLines.read(file.toString(), bytes);
                if (!lines.name().isEmpty()) {
                    files.add(lines);
                    digests.add(Sha256.of(java.util.Arrays.copyOf(bytes, lines.whole())));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        files.sort(Comparator.comparingInt(LabelLines::number).thenComparing(LabelLines::name));
        List<Person> people = new ArrayList<>();
        files.forEach(lines -> people.add(new Person(lines.name(), people.size() + 1, lines.labels())));
        return new People(List.copyOf(people), List.copyOf(digests));
    }

    /** In the order in which they began. */
    public List<Person> people() {
        return people;
    }

    /** Those who said something of a pair of this set. */
    public List<Person> of(String set) {
        return people.stream().filter(person -> !person.labels(set).isEmpty()).toList();
    }

    /** SHA-256 of each file, in the order of the files' names. */
    public List<String> digests() {
        return digests;
    }

    /**
     * What most say of the rows that a step put before people, by step and row; rows of which no answer leads are left out:
     * people who disagree do not say that both candidates are equal.
     */
    public Map<String, Map<String, Outcome>> forPeople() {
        Map<List<String>, Map<Outcome, Integer>> votes = new LinkedHashMap<>();
        for (Person person : people) {
            for (PersonLabel label : person.labels(PairIndex.FOR_PEOPLE)) {
                votes.computeIfAbsent(List.of(PairIndex.step(label), label.row()), key -> new HashMap<>())
                        .merge(label.said().orElseThrow(), 1, Integer::sum);
            }
        }
        Map<String, Map<String, Outcome>> said = new HashMap<>();
        votes.forEach((key, counts) -> leader(counts)
                .ifPresent(outcome -> said.computeIfAbsent(key.get(0), step -> new HashMap<>())
                        .put(key.get(1), outcome)));
        return said;
    }

    private static Optional<Outcome> leader(Map<Outcome, Integer> counts) {
        int most = counts.values().stream().mapToInt(count -> count).max().orElse(0);
        List<Outcome> leading = counts.entrySet().stream()
                .filter(entry -> entry.getValue() == most)
                .map(Map.Entry::getKey)
                .toList();
        return leading.size() == 1 ? Optional.of(leading.get(0)) : Optional.empty();
    }
}
