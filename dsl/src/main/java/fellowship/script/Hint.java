package fellowship.script;

import fellowship.text.Nearest;
import java.util.Collection;

/** The end of a message about an unknown word. */
final class Hint {

    private Hint() {}

    /** {@code ; did you mean prompt?} where a known word is near. */
    static String near(String wrong, Collection<String> names) {
        return Nearest.of(
                        wrong,
                        names.stream().filter(name -> !name.equals(wrong)).toList())
                .map(name -> "; did you mean " + name + "?")
                .orElse("");
    }

    /** The same, else all there are: {@code ; it has id, prompt}. */
    static String nearOrAll(String wrong, Collection<String> names, String all) {
        String near = near(wrong, names);
        return near.isEmpty() && !names.isEmpty() ? "; " + all + " " + String.join(", ", names) : near;
    }
}
