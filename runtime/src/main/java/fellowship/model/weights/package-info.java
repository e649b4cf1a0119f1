/**
 * Where the weights of the embedded model come from: a table of known files with their digests, a folder of the user's
 * that keeps them, and the ways by which they are fetched. What is fetched is whole and has the digest that stands in the
 * table, or it is not there. Knows nothing of what the weights are used for.
 */
@NullMarked
package fellowship.model.weights;

import org.jspecify.annotations.NullMarked;
