/** The Messages wire. */
@NullMarked
package fellowship.model.anthropic;

import org.jspecify.annotations.NullMarked;
