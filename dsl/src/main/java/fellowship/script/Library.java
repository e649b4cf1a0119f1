package fellowship.script;

import fellowship.text.Nearest;
import java.nio.file.Path;
import java.util.List;

/** Where the templates are found that scripts include. */
@FunctionalInterface
public interface Library {

    /**
     * The template of a name, {@code name@version} or path.
     *
     * @throws IllegalArgumentException when there is none that may be included, with what to do
     */
    Source find(String asked);

    /** No templates. */
    static Library none() {
        return asked -> {
            throw new IllegalArgumentException(
                    "there is no template '" + asked + "'; " + Nearest.hint(asked, List.of()));
        };
    }

    /**
     * A template's script.
     *
     * @param name what it is called
     * @param script its file
     * @param foreign whether it comes from elsewhere
     * @param compiles whether it may be compiled; else it is read
     * @param pins what its files must be
     */
    record Source(String name, Path script, boolean foreign, boolean compiles, Pins pins) {}
}
