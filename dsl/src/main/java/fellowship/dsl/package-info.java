/**
 * The words of the language: one small interface for each block of a script, one sentence for each word, and the views
 * of a row that a script's closures see. What the words do is not told here; that is {@code fellowship.script}.
 */
@NullMarked
package fellowship.dsl;

import org.jspecify.annotations.NullMarked;
