/** What can go wrong with a provider, as data: {@code faults.json} says what is seen and what is done about it. */
@NullMarked
package fellowship.model.fault;

import org.jspecify.annotations.NullMarked;
