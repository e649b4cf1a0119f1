package fellowship.script.read;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.codehaus.groovy.ast.ASTNode;
import org.jspecify.annotations.Nullable;

/** {@code text[0]}, {@code list[-1]}, {@code list[0..2]}, {@code map['key']}. */
final class Indexing {

    private static final int LONGEST_RANGE = 10_000;

    private Indexing() {}

    static @Nullable Object at(@Nullable Object value, @Nullable Object index, Fuel fuel, ASTNode at) {
        if (value instanceof Map<?, ?> map) {
            return map.get(index);
        }
        if (value instanceof String text && index instanceof Integer one) {
            return String.valueOf(text.charAt(place(one, text.length(), at)));
        }
        if (value instanceof Collection<?> all && index instanceof Integer one) {
            List<?> list = list(all);
            int place = one < 0 ? one + list.size() : one;
            if (place < 0 && one < 0) {
                throw new Refused("there is no place " + one + " in a list of " + list.size(), at);
            }
            return place < list.size() ? list.get(place) : null;
        }
        if (index instanceof Collection<?> many) {
            StringBuilder text = new StringBuilder();
            List<@Nullable Object> items = new ArrayList<>();
            for (Object one : many) {
                fuel.burn(1, at);
                Object item = at(value, one, fuel, at);
                items.add(item);
                text.append(value instanceof String ? item : "");
            }
            return value instanceof String ? text.toString() : items;
        }
        throw new Refused(Values.kind(value) + " has no place " + Values.text(index, fuel, at), at);
    }

    static List<?> list(Collection<?> all) {
        return all instanceof List<?> list ? list : new ArrayList<>(all);
    }

    private static int place(int index, int length, ASTNode at) {
        int place = index < 0 ? index + length : index;
        if (place < 0 || place >= length) {
            throw new Refused("there is no place " + index + " in a text of " + length + " characters", at);
        }
        return place;
    }

    static List<Integer> range(
            @Nullable Object from, @Nullable Object to, boolean withLeft, boolean withRight, Fuel fuel, ASTNode at) {
        if (!(from instanceof Integer first) || !(to instanceof Integer last)) {
            throw new Refused("a range is of whole numbers", at);
        }
        if (Math.abs((long) last - first) > LONGEST_RANGE) {
            throw new Refused("a range has " + LONGEST_RANGE + " numbers at most", at);
        }
        int step = first <= last ? 1 : -1;
        List<Integer> numbers = new ArrayList<>();
        for (int i = first; step > 0 ? i <= last : i >= last; i += step) {
            fuel.burn(1, at);
            if ((withLeft || i != first) && (withRight || i != last)) {
                numbers.add(i);
            }
        }
        return numbers;
    }
}
