package fellowship.export.form;

import fellowship.export.record.FullRecord;
import fellowship.export.record.Said;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a whole file holds, from a first walk over it: a column is there for all rows or for none.
 *
 * @param records how many there are
 * @param tools whether any offers tools
 * @param calls whether any turn calls a tool
 * @param images whether any has pictures
 * @param system whether any has a system turn
 * @param judges who scored single answers, in the order of the alphabet; the first {@link #MOST_JUDGES}
 */
public record Survey(long records, boolean tools, boolean calls, boolean images, boolean system, Set<String> judges) {

    /** More columns than this would be no table. */
    public static final int MOST_JUDGES = 100;

    public Survey {
        judges = java.util.Collections.unmodifiableSet(new TreeSet<>(judges));
    }

    public static Survey none() {
        return new Survey(0, false, false, false, false, Set.of());
    }

    /** With one more record. */
    public Survey with(FullRecord record) {
        return new Survey(
                records + 1,
                tools || !record.tools().isEmpty(),
                calls || calls(record),
                images || !record.images().isEmpty(),
                system || !record.system().isEmpty(),
                judges(record));
    }

    private static boolean calls(FullRecord record) {
        return record.prompt().stream().anyMatch(said -> !said.calls().isEmpty())
                || record.candidates().stream()
                        .flatMap(candidate -> candidate.messages().stream())
                        .map(Said::calls)
                        .anyMatch(calls -> !calls.isEmpty());
    }

    private Set<String> judges(FullRecord record) {
        Set<String> found = judges;
        for (FullRecord.Judgment judgment : record.judgments()) {
            boolean scored = judgment.order().size() == 1 && !judgment.scores().isEmpty();
            if (scored && !found.contains(judgment.judge()) && found.size() < MOST_JUDGES) {
                found = new TreeSet<>(found);
                found.add(judgment.judge());
            }
        }
        return found;
    }
}
