/** The chat completions wire, which OpenAI and most local servers speak. */
@NullMarked
package fellowship.model.openai;

import org.jspecify.annotations.NullMarked;
