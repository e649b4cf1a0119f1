package fellowship.export.record;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A conversation as one text, each turn behind {@code Human:} or {@code Assistant:} at the start of a paragraph. */
final class Transcript {

    private static final Pattern TURN = Pattern.compile("(?:^|\\n\\n)(Human|Assistant):");

    private Transcript() {}

    static List<Said> of(String text) {
        List<Said> turns = new ArrayList<>();
        Matcher matcher = TURN.matcher(text);
        int from = -1;
        String role = "";
        while (matcher.find()) {
            if (from >= 0) {
                turns.add(new Said(role, text.substring(from, matcher.start()).strip(), List.of()));
            }
            role = matcher.group(1).equals("Human") ? Said.USER : Said.ASSISTANT;
            from = matcher.end();
        }
        if (from < 0) {
            throw new RecordException("there is no turn 'Human:' or 'Assistant:'");
        }
        turns.add(new Said(role, text.substring(from).strip(), List.of()));
        return turns;
    }
}
