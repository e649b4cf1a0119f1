package fellowship.script;

import fellowship.prompt.Field;
import fellowship.prompt.ReplyType;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Which fields of a reply a template uses: those that its script or its prompts name, and the score. */
final class ReplyUse {

    /** A test on a whole reply is given the whole record. */
    private static final String WHOLE = "stopWhen";

    private final String text;

    /** @param text of the script and of its prompts */
    ReplyUse(String text) {
        this.text = text;
    }

    /** Why an agent cannot take the place of one that replies with this; empty where it can. */
    List<String> lacks(Class<?> reply, BuiltAgent<?> other) {
        Optional<ReplyType> has = other.plan().reply();
        if (reply == String.class) {
            return has.isEmpty()
                    ? List.of()
                    : List.of("it replies with a " + has.get().name() + ", not in text");
        }
        ReplyType needed;
        try {
            needed = ReplyTypes.of(reply);
        } catch (IllegalArgumentException e) {
            return List.of(); // told where it is declared
        }
        return needed.fields().stream()
                .filter(field -> uses(needed, field))
                .flatMap(field -> lack(field, has))
                .toList();
    }

    private boolean uses(ReplyType type, Field field) {
        String name = Pattern.quote(field.name());
        return text.contains(WHOLE)
                || type.score().filter(field::equals).isPresent()
                || Pattern.compile("\\.\\s*" + name + "\\b|\\{\\{\\s*" + name + "\\s*}}")
                        .matcher(text)
                        .find();
    }

    private static Stream<String> lack(Field field, Optional<ReplyType> has) {
        List<String> names = has.stream()
                .flatMap(reply -> reply.fields().stream())
                .map(Field::name)
                .toList();
        Optional<Field> found = has.flatMap(reply -> reply.field(field.name()));
        if (found.isEmpty()) {
            return Stream.of("its reply has no '" + field.name() + "', which the template uses"
                    + Hint.nearOrAll(field.name(), names, "it has"));
        }
        boolean number = field.kind() == Field.Kind.DECIMAL && found.get().kind() == Field.Kind.WHOLE;
        return number || field.kind() == found.get().kind()
                ? Stream.empty()
                : Stream.of("'" + field.name() + "' of its reply is another kind of value");
    }
}
