package fellowship.script;

import fellowship.plan.SourcePosition;
import fellowship.prompt.PromptTemplate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The templates that one block says, each with the place of its word. */
final class Templates {

    private record Said(PromptTemplate template, SourcePosition at) {}

    private final Map<String, Said> said = new LinkedHashMap<>();
    private final Origin origin;
    private final Problems problems;

    Templates(Origin origin, Problems problems) {
        this.origin = origin;
        this.problems = problems;
    }

    void say(String word, String text) {
        say(word, word, text);
    }

    /** @param key under which it is kept, where one word says several */
    void say(String key, String word, String text) {
        SourcePosition at = origin.here();
        if (text.isBlank()) {
            problems.error(at, "'" + word + "' needs a text");
            return;
        }
        try {
            said.put(key, new Said(PromptTemplate.parse(text), at));
        } catch (IllegalArgumentException e) {
            problems.error(at, "in '" + word + "': " + e.getMessage());
        }
    }

    Optional<PromptTemplate> get(String word) {
        return Optional.ofNullable(said.get(word)).map(Said::template);
    }

    /** The place of the first letter that is wrong: of the hole in the template, where the template stands in a script. */
    SourcePosition hole(String word, String name, SourcePosition otherwise) {
        Said there = said.get(word);
        return there == null ? otherwise : origin.hole(there.at(), name);
    }
}
