/** Providers, and the road to them: wrappers around a {@link fellowship.chat.ChatModel} that each do one thing. */
@NullMarked
package fellowship.model;

import org.jspecify.annotations.NullMarked;
