/**
 * Plays a plan over one row: asks, reads, decides. {@link fellowship.engine.Engine} knows the order of steps only; what a
 * kind of step does lives in its runner. Whatever a model is asked goes through {@link fellowship.ask.Asking}.
 */
@NullMarked
package fellowship.engine;

import org.jspecify.annotations.NullMarked;
