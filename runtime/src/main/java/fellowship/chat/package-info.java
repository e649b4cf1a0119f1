/**
 * The wire: what a model is asked and what it answers. {@link fellowship.chat.ChatModel} is the one interface that a
 * provider implements. Knows no JSON library, no network and no configuration.
 */
@NullMarked
package fellowship.chat;

import org.jspecify.annotations.NullMarked;
