/** Which records stand in which split: those with the same prompt, or nearly the same, always together. */
@NullMarked
package fellowship.export.split;

import org.jspecify.annotations.NullMarked;
