/**
 * A page on this machine on which a person judges pairs. It answers nobody who does not hold the address with its token,
 * and loads nothing from anywhere. What a person says is kept by {@link fellowship.people}.
 */
@NullMarked
package fellowship.annotate;

import org.jspecify.annotations.NullMarked;
