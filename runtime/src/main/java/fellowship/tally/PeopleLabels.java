package fellowship.tally;

import fellowship.people.People;
import fellowship.people.Person;
import fellowship.people.PersonLabel;
import fellowship.row.Row;
import fellowship.row.Verdict;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What people said of rows, for whoever compares annotators. A label counts for a verdict over the very candidates that the
 * person saw; of several pairs of one row the first that fits.
 */
final class PeopleLabels {

    private record Said(String name, PersonLabel label) {}

    private final Map<String, List<Said>> rows = new HashMap<>();
    private final List<String> names = new ArrayList<>();

    PeopleLabels(People people) {
        for (Person person : people.people()) {
            List<PersonLabel> readable = person.labels().stream()
                    .filter(label -> label.said().isPresent())
                    .toList();
            if (!readable.isEmpty()) {
                names.add(person.publicName());
            }
            readable.forEach(label -> rows.computeIfAbsent(label.row(), row -> new ArrayList<>())
                    .add(new Said(person.publicName(), label)));
        }
    }

    /** Those who said something, under their public names. */
    List<String> names() {
        return List.copyOf(names);
    }

    List<Annotation> of(Row row, Verdict verdict) {
        List<Annotation> found = new ArrayList<>();
        for (Said said : rows.getOrDefault(row.id(), List.of())) {
            said.label()
                    .said(verdict.first().id(), verdict.second().id())
                    .ifPresent(outcome -> found.add(Annotation.label(
                            row.id(), said.name(), outcome.name().toLowerCase(Locale.ROOT))));
        }
        return found;
    }
}
