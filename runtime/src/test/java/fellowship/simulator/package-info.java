/**
 * Whole runs in virtual time and one thread: the product's engine, road, readers and outputs over a provider, a journal
 * and a clock that one seed draws, with faults, kills and goings-on. A seed that fails is played again by its number.
 */
@NullMarked
package fellowship.simulator;

import org.jspecify.annotations.NullMarked;
