/** Runs against a server behind a network that is slow, cut and well again. */
@NullMarked
package fellowship.toxics;

import org.jspecify.annotations.NullMarked;
