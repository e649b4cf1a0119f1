/**
 * What can be told of judges once rows were judged: who voted how, how sure that is, what place, length and kinship did to
 * it. Counts while rows come by and keeps a few bytes for each. Knows rows, plans and statistics; writes nothing.
 */
@NullMarked
package fellowship.tally;

import org.jspecify.annotations.NullMarked;
