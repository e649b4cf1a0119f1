package fellowship.template;

import java.nio.file.Path;

/** What brings templates along with the product; found by {@link java.util.ServiceLoader}. */
public interface TemplateShelf {

    /** A jar, or a folder of classes, that has its templates in {@code workflows/NAME}. */
    Path place();
}
