/**
 * Everything is an ask: one question to one model, one reader of its answer, one repair turn. Generators, reviewers, judges,
 * jurors and debaters all come through {@link fellowship.ask.Asking}.
 */
@NullMarked
package fellowship.ask;

import org.jspecify.annotations.NullMarked;
