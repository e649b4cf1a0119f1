/** The front door: a plan and options in, a run folder out. Everything below is put together here. */
@NullMarked
package fellowship.run;

import org.jspecify.annotations.NullMarked;
