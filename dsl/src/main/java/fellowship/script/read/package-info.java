/**
 * Scripts read, not run: a walk over the syntax tree in the place of compiled code. Nothing of a script becomes a class or
 * is looked up as one. What can happen are the words of the language, which stand in a table that is made from its
 * interfaces, and a small set of functions that look at values and give values.
 */
@NullMarked
package fellowship.script.read;

import org.jspecify.annotations.NullMarked;
