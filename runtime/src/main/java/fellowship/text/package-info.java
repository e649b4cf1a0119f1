/** Texts by themselves: strict UTF-8, digests, measures of words, which known word somebody probably meant, tables in plain text. Knows nothing else of ours. */
@NullMarked
package fellowship.text;

import org.jspecify.annotations.NullMarked;
