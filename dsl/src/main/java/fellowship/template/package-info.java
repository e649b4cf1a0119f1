/**
 * Shared workflow templates as folders of files: where they are found, what their {@code template.toml} says, and whether
 * they are still what was trusted. What a template's script means is not known here.
 */
@NullMarked
package fellowship.template;

import org.jspecify.annotations.NullMarked;
