/**
 * Both ends of a run: samples in from files, and data sets out as consumers' loaders take them, with a card that says how
 * they were made and how far their labels can be trusted. Knows rows and plans, not models or engines.
 */
@NullMarked
package fellowship.dataset;

import org.jspecify.annotations.NullMarked;
