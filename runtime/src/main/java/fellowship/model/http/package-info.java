/** The wire to a provider: one bounded request over HTTP, its key, and what its headers say about limits. */
@NullMarked
package fellowship.model.http;

import org.jspecify.annotations.NullMarked;
