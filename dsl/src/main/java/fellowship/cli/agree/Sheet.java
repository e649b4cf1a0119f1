package fellowship.cli.agree;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What stands in a table, whatever its shape is. A further kind of file needs only a {@link SheetReader} of its own.
 *
 * @param items in the order of the file
 * @param annotators in the order in which they are named; gold is not among them
 * @param said what was said, without what is missing; gold's too
 * @param writers of items: who wrote the first and the second candidate, where the columns are named
 */
record Sheet(Set<String> items, Set<String> annotators, List<Said> said, Map<String, Writers> writers) {

    Sheet {
        items = java.util.Collections.unmodifiableSet(new LinkedHashSet<>(items));
        annotators = java.util.Collections.unmodifiableSet(new LinkedHashSet<>(annotators));
        said = List.copyOf(said);
        writers = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(writers));
    }

    /**
     * Who wrote the candidates of an item.
     *
     * @param first in the first place
     * @param second in the second
     */
    record Writers(String first, String second) {}
}
