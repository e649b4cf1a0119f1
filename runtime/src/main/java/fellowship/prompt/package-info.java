/** How a question is put and how its answer is typed: prompt templates with holes, reply types, and answers that were read or could not be. Knows no Reactor and no JSON library. */
@NullMarked
package fellowship.prompt;

import org.jspecify.annotations.NullMarked;
