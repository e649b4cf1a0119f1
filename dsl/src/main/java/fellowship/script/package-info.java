/**
 * From the text of a script to a plan: parsing, static checks in the writer's words, parameters, and the builders
 * behind the words of {@code fellowship.dsl}. Nothing here asks a model or reads a row.
 */
@NullMarked
package fellowship.script;

import org.jspecify.annotations.NullMarked;
