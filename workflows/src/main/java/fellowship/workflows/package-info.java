/** The bundled templates: one folder each beside this module's sources, and the class that says where they are. */
@NullMarked
package fellowship.workflows;

import org.jspecify.annotations.NullMarked;
