package fellowship.people;

import java.util.List;

/**
 * Someone who judged pairs of a run.
 *
 * @param name as they call themselves; it stands in their own file only
 * @param number what others read in place of the name, from 1, in the order in which people began
 * @param labels what holds of all they said, in the order in which they said it: each pair once
 */
public record Person(String name, int number, List<PersonLabel> labels) {

    /** What public names begin with. */
    public static final String PUBLIC = "person ";

    public Person {
        labels = List.copyOf(labels);
    }

    /** What stands in cards, reports and published files. */
    public String publicName() {
        return PUBLIC + number;
    }

    /** What they said of the pairs of one set; pairs that were passed over are left out. */
    public List<PersonLabel> labels(String set) {
        return labels.stream()
                .filter(label -> label.set().equals(set) && label.said().isPresent())
                .toList();
    }
}
