/** Figures that the tests measure. */
@NullMarked
package fellowship.proof;

import org.jspecify.annotations.NullMarked;
