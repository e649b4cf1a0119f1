package fellowship.config;

import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A configuration and what is wrong with it.
 *
 * @param configuration what could be read
 * @param origins where each role is bound: {@code file:line} or {@code --model}
 * @param files that were read, the lower ones first
 * @param problems all mistakes; with any of them nothing should run
 */
public record ConfigurationReading(
        Configuration configuration,
        Map<String, String> origins,
        List<Path> files,
        List<ConfigurationProblem> problems) {

    public ConfigurationReading {
        origins = Collections.unmodifiableMap(new LinkedHashMap<>(origins));
        files = List.copyOf(files);
        problems = List.copyOf(problems);
    }
}
