package fellowship.script;

import fellowship.plan.RowType;
import fellowship.plan.SourcePosition;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Checks that every hole of a template has something to fill it where the template is used. */
final class Holes {

    private final Problems problems;
    private final String use;
    private final SourcePosition at;
    private final boolean columnsKnown;

    /**
     * @param use the word that asks, for example {@code refine}
     * @param at where it stands
     */
    Holes(Problems problems, String use, SourcePosition at, RowType columns) {
        this.problems = problems;
        this.use = use;
        this.at = at;
        this.columnsKnown = !columns.columns().isEmpty();
    }

    /** Checks the templates of these words of an agent's or judge's block against the names known there. */
    void check(String asked, Templates templates, List<String> words, Set<String> known) {
        for (String word : words) {
            templates.get(word).ifPresent(template -> {
                for (String hole : template.holes()) {
                    if (!known.contains(hole) && columnsKnown) {
                        problems.error(templates.hole(word, hole, at), message(asked, hole, known));
                    }
                }
            });
        }
    }

    private String message(String asked, String hole, Set<String> known) {
        String where = at.line() > 0 ? use + " in line " + at.line() : use;
        return "nothing fills {{" + hole + "}} where " + where + " asks '" + asked + "'"
                + Hint.nearOrAll(hole, known, "known there:");
    }

    /** The columns of a row and what else is known. */
    static Set<String> names(RowType type, String... more) {
        Set<String> names = new LinkedHashSet<>(type.names());
        names.addAll(List.of(more));
        return names;
    }
}
