/**
 * The contract between language and engine: what a workflow will do, as immutable data. Knows no Groovy, no Reactor
 * and no JSON library; finds every mistake that can be known before the first call.
 */
@NullMarked
package fellowship.plan;

import org.jspecify.annotations.NullMarked;
