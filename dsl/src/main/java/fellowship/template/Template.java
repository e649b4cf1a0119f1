package fellowship.template;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A workflow with all that belongs to it.
 *
 * @param name what it is called: its folder's name
 * @param origin where it was found
 * @param folder where its files are; for one from a jar, a copy
 * @param told the place as a person is told it: the folder, or the jar
 */
public record Template(String name, Origin origin, Path folder, String told) {

    /** The script's file in a template's folder. */
    public static final String SCRIPT = "workflow.groovy";

    /** What it says of itself, its papers and its numbers. */
    public static final String MANIFEST = "template.toml";

    /** Where templates are found, in the order of the search. */
    public enum Origin {
        /** A folder or jar whose path was given. */
        PATH,
        /** The project's {@code workflows/}. */
        PROJECT,
        /** The user's own folder of templates, for all projects. */
        USER,
        /** A jar on the class path. */
        JAR,
        /** What comes with the product. */
        BUNDLED;

        /** As it is told. */
        public String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    public Path script() {
        return folder.resolve(SCRIPT);
    }

    /** @throws TemplateException with all that is wrong in it */
    public Manifest manifest() {
        return ManifestReader.read(folder.resolve(MANIFEST));
    }

    /** Whether a folder holds a template. */
    static boolean isIn(Path folder) {
        return Files.isRegularFile(folder.resolve(SCRIPT)) && Files.isRegularFile(folder.resolve(MANIFEST));
    }
}
