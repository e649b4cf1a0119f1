/** Answers from a file, for examples, tests and dry runs. */
@NullMarked
package fellowship.model.scripted;

import org.jspecify.annotations.NullMarked;
