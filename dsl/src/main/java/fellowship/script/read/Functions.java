package fellowship.script.read;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The functions of plain values: a fixed table by the kind of value. The Java class of a value is never asked what it can do. */
final class Functions {

    /**
     * A function of a value.
     *
     * @param <V> what it is a function of
     */
    interface Function<V> {
        @Nullable
        Object of(V value, Call call);
    }

    private Functions() {}

    /** @throws Refused where there is no such function for this value, or it does not take the arguments */
    static @Nullable Object call(@Nullable Object value, Call call) {
        call.fuel().burn(1, call.at());
        try {
            if (value instanceof String text) {
                return apply(TextFunctions.TABLE, text, call);
            }
            if (value instanceof Collection<?> list) {
                call.fuel().burn(list.size(), call.at());
                return apply(ListFunctions.TABLE, list, call);
            }
            if (value instanceof Map<?, ?> map) {
                call.fuel().burn(map.size(), call.at());
                return apply(MapFunctions.TABLE, map, call);
            }
            if (value instanceof Number number) {
                return apply(NumberFunctions.TABLE, number, call);
            }
            if (value instanceof RecordValue record
                    && call.count() == 0
                    && record.type().index(call.name()) >= 0) {
                return record.value(record.type().index(call.name()));
            }
            if (call.name().equals("toString") && call.count() == 0 && Values.isPlain(value)) {
                return Values.text(value, call.fuel(), call.at());
            }
        } catch (ClassCastException | IndexOutOfBoundsException | ArithmeticException e) {
            throw call.refused("does not take these values");
        }
        throw call.refused("is no function of " + Values.kind(value));
    }

    private static <V> @Nullable Object apply(Map<String, Function<V>> table, V value, Call call) {
        Function<V> function = table.get(call.name());
        if (function == null) {
            throw new Refused(
                    Values.kind(value) + " has no '" + call.name() + "' in a script that is read; there is "
                            + String.join(", ", new TreeSet<>(table.keySet())),
                    call.at());
        }
        return function.of(value, call);
    }

    /** The names of all functions. */
    static Set<String> names() {
        Set<String> names = new TreeSet<>();
        List.of(
                        TextFunctions.TABLE.keySet(),
                        ListFunctions.TABLE.keySet(),
                        MapFunctions.TABLE.keySet(),
                        NumberFunctions.TABLE.keySet(),
                        MathFunctions.NAMES)
                .forEach(names::addAll);
        return names;
    }
}
