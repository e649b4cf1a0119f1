/** What {@code fellowship agree} makes of a table of labels or scores: reading it, measuring it, and telling it. */
@NullMarked
package fellowship.cli.agree;

import org.jspecify.annotations.NullMarked;
