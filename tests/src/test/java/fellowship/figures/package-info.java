/** The figures that the tests of all modules measured, held against the ones that {@code PROOF.md} tells. */
@NullMarked
package fellowship.figures;

import org.jspecify.annotations.NullMarked;
