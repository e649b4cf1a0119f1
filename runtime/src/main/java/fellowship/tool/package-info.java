/**
 * What a judge may use before it judges: small pure functions from text to text. Knows nothing of judges, models or
 * plans.
 */
@NullMarked
package fellowship.tool;

import org.jspecify.annotations.NullMarked;
