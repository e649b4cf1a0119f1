/**
 * The full record: one preference with all that is known of it, from which every consumer's lines are made, and its readers:
 * what a run wrote, what {@code convert} wrote, and what others wrote. Plain data; knows no consumer.
 */
@NullMarked
package fellowship.export.record;

import org.jspecify.annotations.NullMarked;
