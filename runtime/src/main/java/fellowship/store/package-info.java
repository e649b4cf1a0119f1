/**
 * What a run keeps on disk: the journal of its own completions, the cache of completions kept across runs, and files
 * that appear whole or not at all. Knows requests and completions, not workflows.
 */
@NullMarked
package fellowship.store;

import org.jspecify.annotations.NullMarked;
