package fellowship.dataset;

import fellowship.plan.RowType;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The first walk through the input: counts, digests, and ids that come up twice. */
final class Survey {

    /** Most doubled ids that are told by name. */
    private static final int SHOWN = 5;

    private final List<InputPlace> places;
    private final RowType type;
    private final IdSet ids = new IdSet();
    private final Set<String> doubled = new HashSet<>();
    private final Set<String> repeated = new HashSet<>();
    private final List<String> problems = new ArrayList<>();

    Survey(List<InputPlace> places, RowType type) {
        this.places = places;
        this.type = type;
    }

    /** @throws InputException with all that makes the input unfit */
    InputFacts walk() {
        List<InputFile> files = new ArrayList<>();
        for (InputPlace place : places) {
            try (InputWalk walk = new InputWalk(place, type)) {
                files.add(walk(place, walk));
            } catch (InputException e) {
                problems.addAll(e.problems());
            }
        }
        if (problems.isEmpty() && !doubled.isEmpty()) {
            tellDoubled();
        }
        if (!problems.isEmpty()) {
            throw new InputException(problems);
        }
        return new InputFacts(files);
    }

    /** Ids made from content that come up more than once: the same row stands in the input again. */
    Set<String> repeated() {
        return Set.copyOf(repeated);
    }

    private InputFile walk(InputPlace place, InputWalk walk) {
        long samples = 0;
        long bad = 0;
        String first = "";
        for (Optional<ReadRow> next = walk.next(); next.isPresent(); next = walk.next()) {
            if (next.get() instanceof ReadRow.Good good) {
                samples++;
                note(good);
            } else if (next.get() instanceof ReadRow.Broken broken) {
                first = bad == 0 ? walk.origin(broken) + ": " + broken.message() : first;
                bad++;
            }
        }
        if (samples == 0) {
            problems.add(
                    bad == 0
                            ? place.name() + " has no rows"
                            : "none of the " + bad + " rows of " + place.name() + " can be used; the first: " + first);
        }
        return walk.facts(samples, bad);
    }

    private void note(ReadRow.Good row) {
        String id = id(row);
        if (!ids.add(id)) {
            (row.id().isPresent() ? doubled : repeated).add(id);
        }
    }

    /** Ids are remembered by a digest, so what seems to stand twice is looked up by its text. */
    private void tellDoubled() {
        Map<String, List<String>> found = new LinkedHashMap<>();
        doubled.stream().sorted().forEach(id -> found.put(id, new ArrayList<>()));
        for (InputPlace place : places) {
            try (InputWalk walk = new InputWalk(place, type)) {
                for (Optional<ReadRow> next = walk.next(); next.isPresent(); next = walk.next()) {
                    if (next.get() instanceof ReadRow.Good good) {
                        List<String> at = found.get(id(good));
                        if (at != null && at.size() < 2) {
                            at.add(walk.origin(good));
                        }
                    }
                }
            }
        }
        found.values().removeIf(at -> at.size() < 2);
        if (!found.isEmpty()) {
            String told = found.entrySet().stream()
                    .limit(SHOWN)
                    .map(entry -> "'" + entry.getKey() + "' in " + String.join(" and ", entry.getValue()))
                    .collect(Collectors.joining("; "));
            problems.add((found.size() == 1 ? "an id stands" : found.size() + " ids stand") + " more than once: " + told
                    + (found.size() > SHOWN ? "; …" : "") + "; give each row an id of its own, or none");
        }
    }

    private static String id(ReadRow.Good row) {
        return row.id().orElseGet(() -> SampleIds.made(row.columns()));
    }
}
