/**
 * A small language model that runs inside this process: reader of GGUF files, tokenizer, transformer, sampler, replies
 * held to a schema, and the one thread that answers requests in batches. Every sum of floats has a fixed order, so the
 * same request gets the same tokens whatever the batch, the number of threads, the JDK or the width of the vectors.
 * Nothing here fetches anything: where the weights come from is {@code fellowship.model.weights}.
 */
@NullMarked
package fellowship.model.embedded;

import org.jspecify.annotations.NullMarked;
