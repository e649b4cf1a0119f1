/** What travels through a workflow: samples in, rows on their way, drafts, critiques, judgments, verdicts, preferences. Immutable values; knows no Reactor and no JSON library. */
@NullMarked
package fellowship.row;

import org.jspecify.annotations.NullMarked;
