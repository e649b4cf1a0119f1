/**
 * Data sets in and out: samples from files, rows into the columns that trainers read, the card that says how far the
 * labels can be trusted. Knows the formats; knows no model and no engine.
 */
@NullMarked
package fellowship.dataset;

import org.jspecify.annotations.NullMarked;
