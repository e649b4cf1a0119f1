package fellowship.judging;

import fellowship.chat.ChatRequest;
import fellowship.chat.Role;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.json.JsonMapper;

/**
 * A model that sees which answer is right, and fills in whatever form it is asked for. An echoing one says again, as its
 * reasons, all that the wrong answer and the question said.
 *
 * @param truth what only the right answer says
 * @param echoes whether it repeats what it was shown
 * @param wavers whether it names the first place until it is shown both of its judgments
 */
record HonestJudge(String truth, boolean echoes, boolean wavers) {

    String reply(ChatRequest request) {
        Sight sight = Sight.of(request);
        List<String> fields = fields(request, sight);
        String said = echoes ? echo(sight) : "I looked at both.";
        if (fields.isEmpty()) {
            return said;
        }
        boolean last =
                fields.get(0).equals("rationale") || request.schema().isPresent() ? false : reasonsBelow(request);
        Map<String, Object> values = new LinkedHashMap<>();
        fields.forEach(field -> values.put(field, value(field, request, sight, said)));
        if (request.schema().isPresent()) {
            return JsonMapper.shared().writeValueAsString(values);
        }
        StringBuilder lines = new StringBuilder();
        values.forEach(
                (field, value) -> lines.append(field.toUpperCase(Locale.ROOT).replace('_', '-'))
                        .append('-')
                        .append(sight.mark())
                        .append(": ")
                        .append(value)
                        .append('\n'));
        return reasonsBelow(request) ? lines + "\n" + said : said + "\n\n" + lines;
    }

    private static boolean reasonsBelow(ChatRequest request) {
        return Bench.last(request).contains("\nBegin with ")
                || Bench.last(request).contains("\n\nBegin with ");
    }

    private static String echo(Sight sight) {
        StringBuilder text = new StringBuilder(sight.between("question"));
        for (String label : List.of("answer A", "answer B", "answer", "reference answer", "person")) {
            if (sight.shows(label)) {
                text.append('\n').append(sight.between(label));
            }
        }
        return text.toString();
    }

    private static List<String> fields(ChatRequest request, Sight sight) {
        if (request.schema().isPresent()) {
            return new ArrayList<>(((Map<?, ?>) request.schema().get().schema().get("properties"))
                    .keySet().stream().map(String::valueOf).toList());
        }
        Matcher line =
                Pattern.compile("(?m)^([A-Z0-9-]+)-" + sight.mark() + ": ").matcher(Bench.last(request));
        List<String> fields = new ArrayList<>();
        while (line.find()) {
            fields.add(line.group(1).toLowerCase(Locale.ROOT).replace('-', '_'));
        }
        return fields;
    }

    private Object value(String field, ChatRequest request, Sight sight, String said) {
        return switch (field) {
            case "rationale", "argument", "thought" -> said;
            case "verdict", "leaning" -> first(sight) ? "A" : "B";
            case "action" -> uses(request) < 2 ? "length" : "judge";
            case "input" -> "";
            case "context" -> "1";
            case "certainty" -> 80;
            case "ranking" -> request.schema().isPresent() ? letters(sight) : String.join(" > ", letters(sight));
            default ->
                field.endsWith("_a") ? mark(first(sight)) : field.endsWith("_b") ? mark(!first(sight)) : alone(sight);
        };
    }

    private static List<String> letters(Sight sight) {
        List<String> letters = new ArrayList<>();
        for (int place = 0; sight.shows("answer " + Shown.letter(place)); place++) {
            letters.add(Shown.letter(place));
        }
        return letters;
    }

    private boolean first(Sight sight) {
        return wavers && !sight.text().contains("You judged these answers twice") || sight.first(truth);
    }

    private int alone(Sight sight) {
        return mark(sight.between("answer").contains(truth));
    }

    private static int mark(boolean right) {
        return right ? 9 : 2;
    }

    private static long uses(ChatRequest request) {
        return request.messages().stream()
                .filter(message -> message.role() == Role.ASSISTANT)
                .count();
    }
}
