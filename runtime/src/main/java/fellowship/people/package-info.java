/**
 * What people said of the pairs of a run: their files in the run folder, the pairs they look at, the order in which they
 * see them. No web server lives here, and nothing that a judge or a writer said leaves {@link fellowship.people.PairIndex}
 * together with a pair.
 */
@NullMarked
package fellowship.people;

import org.jspecify.annotations.NullMarked;
