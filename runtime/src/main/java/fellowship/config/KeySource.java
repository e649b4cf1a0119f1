package fellowship.config;

import java.nio.file.Path;
import java.util.List;

/** Where a provider's key comes from. The key itself is read when the run starts and never written anywhere. */
public sealed interface KeySource {

    /** An environment variable. */
    record Env(String variable) implements KeySource {}

    /** A file that only its owner may read; surrounding white space is ignored. */
    record File(Path path) implements KeySource {}

    /** What a command prints, for password stores. */
    record Command(List<String> words) implements KeySource {
        public Command {
            words = List.copyOf(words);
        }
    }

    /** The provider needs none. */
    record None() implements KeySource {}
}
