/**
 * Who agrees with whom, who wins, how sure that is: pure functions of labels and numbers. What cannot be computed is a
 * {@link fellowship.stats.Measure.Absent} that says why, never NaN. Knows nothing else of ours, no Reactor and no JSON.
 */
@NullMarked
package fellowship.stats;

import org.jspecify.annotations.NullMarked;
