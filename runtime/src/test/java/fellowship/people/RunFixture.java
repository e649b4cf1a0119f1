package fellowship.people;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** A run folder with pairs, as far as people need one. */
public final class RunFixture {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private RunFixture() {}

    /** Pairs of two writers; the run chose the first writer's answer in every third of them. */
    public static Path pairs(Path run, int count, String more) throws IOException {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < count; i++) {
            boolean chosenFirst = i % 3 == 0;
            lines.append(JSON.writeValueAsString(Map.of(
                            "pair_id",
                            "pair" + i,
                            "row_id",
                            "q" + i,
                            "prompt",
                            List.of(
                                    Map.of("role", "system", "content", "You are brief."),
                                    Map.of("role", "user", "content", "Question " + i + more)),
                            "chosen",
                            List.of(Map.of("role", "assistant", "content", text(chosenFirst, i) + more)),
                            "rejected",
                            List.of(Map.of("role", "assistant", "content", text(!chosenFirst, i) + more)),
                            "chosen_draft",
                            chosenFirst ? "plain" : "vivid",
                            "rejected_draft",
                            chosenFirst ? "vivid" : "plain",
                            "lineage",
                            "{\"verdict\":{\"candidates\":[\"plain\",\"vivid\"]}}")))
                    .append('\n');
        }
        Path file = run.resolve("pairs/full.jsonl");
        Files.createDirectories(file.getParent());
        Files.writeString(file, lines, StandardCharsets.UTF_8);
        return run;
    }

    private static String text(boolean first, int i) {
        return (first ? "Plain answer " : "Vivid answer ") + i;
    }
}
