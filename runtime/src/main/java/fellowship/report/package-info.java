/**
 * Tells people what a run came to: the judges' section of the card, the files of an agreement, and {@code report.html}, one
 * page that needs nothing else. Knows figures, data sets and plans; counts nothing itself.
 */
@NullMarked
package fellowship.report;

import org.jspecify.annotations.NullMarked;
