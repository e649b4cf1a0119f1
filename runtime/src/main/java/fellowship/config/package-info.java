/** What the operator decides: which model plays which role, where providers are, their keys, limits and prices. URLs, keys, prices and limits live here, never in a script. */
@NullMarked
package fellowship.config;

import org.jspecify.annotations.NullMarked;
