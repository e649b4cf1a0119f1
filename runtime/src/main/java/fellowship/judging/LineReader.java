package fellowship.judging;

import fellowship.chat.Completion;
import fellowship.chat.Finish;
import fellowship.plan.Marking.Reasons;
import fellowship.prompt.Answer;
import fellowship.prompt.AnswerReader;
import fellowship.prompt.Field;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Reads a reply that ends (or begins) with lines like {@code VERDICT-7f3a09: B}. The mark was drawn for this call, so no
 * line that a candidate or a rationale quotes from elsewhere is one of ours. Only whole lines count; each field must be
 * there; the same field with two different values is unreadable, and so is a verdict that stands far from the end, where
 * the model was still thinking; a last line that the model did not end itself may lack a digit. Bold, code and bracket marks around a line or a value are passed over; words around a
 * value are not.
 */
final class LineReader implements AnswerReader<Map<String, Object>> {

    /** Most characters between a verdict line and the end (or the beginning) of a reply, for each line. */
    private static final int NEAR = 200;

    private static final String DECORATION = "[\\h*_`#]*";
    private static final Pattern NUMBER = Pattern.compile("([+-]?\\d{1,9}(?:\\.\\d{1,9})?)(?:\\s*/\\s*(\\d{1,9}))?");

    private final List<Field> lines;
    private final String prose;
    private final Reasons reasons;
    private final Map<String, Pattern> patterns = new LinkedHashMap<>();

    LineReader(List<Field> lines, String prose, Reasons reasons, String mark) {
        this.lines = List.copyOf(lines);
        this.prose = prose;
        this.reasons = reasons;
        lines.forEach(field -> patterns.put(
                field.name(),
                Pattern.compile("(?im)^" + DECORATION + Pattern.quote(key(field, mark)) + DECORATION + ":(.*)$")));
    }

    /** What a field's line begins with. */
    static String key(Field field, String mark) {
        return field.name().toUpperCase(Locale.ROOT).replace('_', '-') + "-" + mark;
    }

    @Override
    public Answer<Map<String, Object>> read(Completion completion) {
        String text = completion.text().strip();
        try {
            Map<String, Object> values = new LinkedHashMap<>();
            int first = text.length();
            int last = 0;
            for (Field field : lines) {
                Matcher line = only(field, text);
                if (completion.finish() != Finish.COMPLETE && line.end() == text.length()) {
                    throw new IllegalArgumentException("the reply was cut off in its last line");
                }
                values.put(field.name(), value(field, line.group(1).strip()));
                first = Math.min(first, line.start());
                last = Math.max(last, line.end());
            }
            values.put(prose, (reasons == Reasons.LAST ? text.substring(last) : text.substring(0, first)).strip());
            return new Answer.Read<>(values);
        } catch (IllegalArgumentException e) {
            return new Answer.Unreadable<>(completion.text(), String.valueOf(e.getMessage()));
        }
    }

    /** The one line of a field; where it stands twice with one value, the last. */
    private Matcher only(Field field, String text) {
        String name = field.name().toUpperCase(Locale.ROOT).replace('_', '-');
        Matcher matcher = Objects.requireNonNull(patterns.get(field.name())).matcher(text);
        Set<String> said = new LinkedHashSet<>();
        int at = -1;
        while (matcher.find()) {
            said.add(bare(matcher.group(1)).toLowerCase(Locale.ROOT));
            at = reasons == Reasons.LAST && at >= 0 ? at : matcher.start();
        }
        if (said.isEmpty()) {
            throw new IllegalArgumentException("there is no " + name + " line with the mark that was asked for");
        }
        if (said.size() > 1) {
            throw new IllegalArgumentException("the " + name + " line stands there with different values: "
                    + said.stream().map(LineReader::shortened).collect(Collectors.joining(", ")));
        }
        matcher.find(at);
        int away = reasons == Reasons.LAST ? matcher.start() : text.length() - matcher.end();
        if (away > NEAR * lines.size()) {
            throw new IllegalArgumentException("the " + name + " line stands too far from the "
                    + (reasons == Reasons.LAST ? "beginning" : "end") + " of the reply");
        }
        return matcher;
    }

    private static String shortened(String text) {
        return text.length() > 20 ? text.substring(0, 20) + "…" : text;
    }

    /** The value without what Markdown and other tools' formats put around it. */
    private static String bare(String text) {
        String value = text.strip();
        String before;
        do {
            before = value;
            value = value.replaceAll("^[*_`\"'(\\[{<]+|[*_`\"')\\]}>.]+$", "").strip();
        } while (!value.equals(before));
        return value;
    }

    private static Object value(Field field, String text) {
        return switch (field.kind()) {
            case CHOICE -> choice(field, bare(text));
            case WHOLE, DECIMAL -> number(field, bare(text));
            case YES_NO -> Boolean.valueOf(choice(Field.choice(field.name(), List.of("true", "false")), bare(text)));
            case LIST -> ranking(field, text);
            case TEXT -> text;
        };
    }

    private static String choice(Field field, String text) {
        return field.options().stream()
                .filter(option -> option.equalsIgnoreCase(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "\"" + shortened(text) + "\" is none of " + String.join(", ", field.options())));
    }

    private static Object number(Field field, String text) {
        Matcher matcher = NUMBER.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("\"" + shortened(text) + "\" is not a number");
        }
        double value = Double.parseDouble(matcher.group(1));
        boolean otherScale = matcher.group(2) != null
                && field.max().isPresent()
                && Double.parseDouble(matcher.group(2)) != field.max().getAsDouble();
        boolean outside = field.min().isPresent() && value < field.min().getAsDouble()
                || field.max().isPresent() && value > field.max().getAsDouble();
        if (otherScale || outside) {
            throw new IllegalArgumentException("\"" + shortened(text) + "\" is outside the scale");
        }
        if (field.kind() == Field.Kind.WHOLE) {
            if (value != Math.rint(value)) {
                throw new IllegalArgumentException("\"" + shortened(text) + "\" is not a whole number");
            }
            return (long) value;
        }
        return value;
    }

    /** All of the labels, each once, best first, with {@code >} or commas between them. */
    private static List<String> ranking(Field field, String text) {
        List<String> order = new ArrayList<>(Arrays.asList(text.split("\\s*[>,]\\s*")));
        order.replaceAll(label -> bare(label).toUpperCase(Locale.ROOT));
        return order;
    }
}
