package fellowship.script;

import fellowship.plan.Step;
import java.util.List;
import java.util.Optional;

/** A step that has no id yet: ids come from the variables that the script gives it later. */
final class Node {

    /** Makes the step once the ids are known. */
    interface Making {
        Step make(String id, List<String> from);
    }

    final String kind;
    final List<Node> from;
    final Making making;

    /** What its name begins with; empty for a step of the script itself. */
    final String prefix;

    Optional<String> name = Optional.empty();

    Node(String kind, List<Node> from, Making making, String prefix) {
        this.prefix = prefix;
        this.kind = kind;
        this.from = List.copyOf(from);
        this.making = making;
    }

    /** The first name stays. */
    void name(String wanted) {
        if (name.isEmpty()) {
            name = Optional.of(wanted);
        }
    }
}
