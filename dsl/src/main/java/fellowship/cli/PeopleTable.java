package fellowship.cli;

import fellowship.dataset.Table;
import fellowship.people.PairIndex;
import fellowship.people.People;
import fellowship.people.PeopleAgreement;
import fellowship.people.Person;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What people said of a run's pairs beside what the run chose, as a table with a row a judgment. */
final class PeopleTable {

    private PeopleTable() {}

    /**
     * The table of one set.
     *
     * @param asked the set; absent where there is only one
     */
    static Table of(Path run, String shown, Optional<String> asked) {
        try {
            People people = People.read(run);
            Set<String> sets = new LinkedHashSet<>();
            people.people().forEach(person -> person.labels().forEach(label -> sets.add(label.set())));
            if (sets.isEmpty()) {
                throw new CommandException(
                        ExitCode.DATA,
                        Files.isDirectory(run.resolve(People.FOLDER))
                                ? "nobody has judged a pair of " + shown + " yet; fellowship annotate " + shown
                                : shown + " is a folder; name a file in it, or let people judge its pairs: "
                                        + "fellowship annotate " + shown);
            }
            if (asked.isEmpty() && sets.size() > 1
                    || asked.filter(set -> !sets.contains(set)).isPresent()) {
                throw new CommandException(
                        ExitCode.USAGE,
                        "people judged pairs of " + String.join(", ", sets) + "; choose with --dataset");
            }
            String set = asked.orElseGet(() -> sets.iterator().next());
            PairIndex index = PairIndex.read(run, set);
            return table(shown + ", " + set, PeopleAgreement.table(index, people.of(set), Person::name));
        } catch (IllegalArgumentException | IOException e) {
            throw new CommandException(ExitCode.DATA, String.valueOf(e.getMessage()));
        }
    }

    private static Table table(String name, Map<String, Map<String, String>> said) {
        List<Table.Line> lines = new ArrayList<>();
        said.forEach((item, row) -> row.forEach((annotator, label) -> {
            Map<String, Object> cells = new LinkedHashMap<>();
            cells.put("item", item);
            cells.put("annotator", annotator);
            cells.put("label", label);
            lines.add(new Table.Line(lines.size() + 1L, cells));
        }));
        if (lines.isEmpty()) {
            throw new CommandException(
                    ExitCode.DATA, name + ": none of the pairs that people judged is in the run any more");
        }
        return new Table(name, List.of("item", "annotator", "label"), lines);
    }
}
