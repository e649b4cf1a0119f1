/** Where chance, time and the disk come in, so that a whole run can be played again from a seed. */
@NullMarked
package fellowship.seam;

import org.jspecify.annotations.NullMarked;
