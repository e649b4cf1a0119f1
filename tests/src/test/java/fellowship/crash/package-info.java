/** The real command line, killed, starved and interrupted: whatever happens, the run goes on to the same bytes. */
@NullMarked
package fellowship.crash;

import org.jspecify.annotations.NullMarked;
