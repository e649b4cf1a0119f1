/** The command line: one class for each command. Nothing may know this package. */
@NullMarked
package fellowship.cli;

import org.jspecify.annotations.NullMarked;
