/**
 * Whether a file of JSON lines is what a consumer takes: the rules that hold for every file, then those of the consumer, row
 * by row, in constant memory. Each finding says where, what and what to do.
 */
@NullMarked
package fellowship.export.verify;

import org.jspecify.annotations.NullMarked;
