package fellowship.script.read;

import fellowship.script.read.Functions.Function;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.codehaus.groovy.runtime.typehandling.NumberMath;
import org.jspecify.annotations.Nullable;

/** What can be asked of a list or a set. */
final class ListFunctions {

    static final Map<String, Function<Collection<?>>> TABLE = new HashMap<>();

    static {
        looks();
        picks();
        makes();
        sums();
    }

    private ListFunctions() {}

    private static void looks() {
        TABLE.put("size", (list, call) -> list.size());
        TABLE.put("isEmpty", (list, call) -> list.isEmpty());
        TABLE.put("contains", (list, call) -> Values.contains(list, call.value(0), call.fuel(), call.at()));
        TABLE.put(
                "any",
                (list, call) -> call.hasBody()
                        ? list.stream()
                                .anyMatch(item -> Values.truth(call.body().of(item)))
                        : list.stream().anyMatch(Values::truth));
        TABLE.put(
                "every",
                (list, call) -> call.hasBody()
                        ? list.stream()
                                .allMatch(item -> Values.truth(call.body().of(item)))
                        : list.stream().allMatch(Values::truth));
        TABLE.put("count", (list, call) -> (int) list.stream()
                .filter(item -> call.hasBody()
                        ? Values.truth(call.body().of(item))
                        : call.count() == 0 || Values.equal(item, call.value(0), call.fuel(), call.at()))
                .count());
        TABLE.put("indexOf", (list, call) -> {
            int at = 0;
            for (Object item : list) {
                if (Values.equal(item, call.value(0), call.fuel(), call.at())) {
                    return at;
                }
                at++;
            }
            return -1;
        });
        TABLE.put("toString", (list, call) -> Values.text(list, call.fuel(), call.at()));
    }

    private static void picks() {
        TABLE.put("first", (list, call) -> end(list, 0, call));
        TABLE.put("last", (list, call) -> end(list, list.size() - 1, call));
        TABLE.put("get", (list, call) -> Indexing.at(list, call.value(0), call.fuel(), call.at()));
        TABLE.put("find", (list, call) -> {
            for (Object item : list) {
                if (Values.truth(call.hasBody() ? call.body().of(item) : item)) {
                    return item;
                }
            }
            return null;
        });
        TABLE.put("findAll", (list, call) -> kept(list, call));
        TABLE.put("take", (list, call) -> part(list, 0, call.whole(0)));
        TABLE.put("drop", (list, call) -> part(list, call.whole(0), list.size()));
        TABLE.put("takeRight", (list, call) -> part(list, list.size() - call.whole(0), list.size()));
        TABLE.put("max", (list, call) -> best(list, 1, call));
        TABLE.put("min", (list, call) -> best(list, -1, call));
    }

    private static void makes() {
        TABLE.put("collect", (list, call) -> {
            List<@Nullable Object> all = new ArrayList<>();
            for (Object item : list) {
                all.add(call.body().of(item));
            }
            return Values.weighed(all, call.fuel(), call.at());
        });
        TABLE.put("collectMany", (list, call) -> {
            List<@Nullable Object> all = new ArrayList<>();
            for (Object item : list) {
                if (call.body().of(item) instanceof Collection<?> more) {
                    call.fuel().burn(more.size(), call.at());
                    all.addAll(more);
                }
            }
            return Values.weighed(all, call.fuel(), call.at());
        });
        TABLE.put("withIndex", (list, call) -> {
            List<@Nullable Object> all = new ArrayList<>();
            for (Object item : list) {
                List<@Nullable Object> both = new ArrayList<>();
                both.add(item);
                both.add(all.size());
                all.add(both);
            }
            return all;
        });
        TABLE.put("collectEntries", (list, call) -> {
            Map<@Nullable Object, @Nullable Object> map = new LinkedHashMap<>();
            for (Object item : list) {
                if (call.body().of(item) instanceof List<?> both
                        && both.size() == 2
                        && !(both.get(0) instanceof Collection<?>)) {
                    map.put(both.get(0), both.get(1));
                } else {
                    throw call.refused("needs a closure that gives [key, value]");
                }
            }
            return Values.weighed(map, call.fuel(), call.at());
        });
        TABLE.put("sort", ListFunctions::sorted);
        TABLE.put("toSorted", ListFunctions::sorted);
        TABLE.put("reverse", (list, call) -> {
            List<@Nullable Object> all = new ArrayList<>(list);
            Collections.reverse(all);
            return all;
        });
        TABLE.put("unique", (list, call) -> new ArrayList<>(Values.distinct(list, call.fuel(), call.at())));
        TABLE.put("toUnique", (list, call) -> new ArrayList<>(Values.distinct(list, call.fuel(), call.at())));
        TABLE.put("toSet", (list, call) -> Values.distinct(list, call.fuel(), call.at()));
        TABLE.put("toList", (list, call) -> new ArrayList<>(list));
        TABLE.put(
                "plus",
                (list, call) -> Operators.apply(
                        org.codehaus.groovy.syntax.Types.PLUS, list, call.value(0), call.fuel(), call.at()));
        TABLE.put("intersect", (list, call) -> {
            List<@Nullable Object> both = new ArrayList<>();
            for (Object item : list) {
                if (call.value(0) instanceof Collection<?> other
                        && Values.contains(other, item, call.fuel(), call.at())) {
                    both.add(item);
                }
            }
            return both;
        });
        TABLE.put("join", (list, call) -> {
            StringBuilder out = new StringBuilder();
            String between = call.count() == 0 ? "" : call.text(0);
            boolean first = true;
            for (Object item : list) {
                String text = Values.text(item, call.fuel(), call.at());
                call.fuel().make((long) text.length() + between.length(), call.at());
                out.append(first ? "" : between).append(text);
                first = false;
            }
            return out.toString();
        });
    }

    private static void sums() {
        TABLE.put("sum", ListFunctions::sum);
        TABLE.put(
                "average",
                (list, call) -> Operators.apply(
                        org.codehaus.groovy.syntax.Types.DIVIDE, sum(list, call), list.size(), call.fuel(), call.at()));
        TABLE.put("inject", (list, call) -> {
            Object so = call.value(0);
            for (Object item : list) {
                so = call.body().of(so, item);
            }
            return so;
        });
    }

    private static @Nullable Object sum(Collection<?> list, Call call) {
        Object sum = null;
        for (Object item : list) {
            Object part = call.hasBody() ? call.body().of(item) : item;
            if (sum instanceof Number a && part instanceof Number b) {
                sum = Values.bounded(NumberMath.add(a, b), call.at());
            } else {
                sum = sum == null
                        ? part
                        : Operators.apply(org.codehaus.groovy.syntax.Types.PLUS, sum, part, call.fuel(), call.at());
            }
        }
        return sum;
    }

    private static @Nullable Object end(Collection<?> list, int index, Call call) {
        if (list.isEmpty()) {
            throw call.refused("of an empty list is nothing");
        }
        return Indexing.list(list).get(index);
    }

    private static List<@Nullable Object> kept(Collection<?> list, Call call) {
        List<@Nullable Object> kept = new ArrayList<>();
        for (Object item : list) {
            if (Values.truth(call.hasBody() ? call.body().of(item) : item)) {
                kept.add(item);
            }
        }
        return kept;
    }

    private static List<@Nullable Object> part(Collection<?> list, int from, int to) {
        int first = Math.max(0, Math.min(from, list.size()));
        int last = Math.max(first, Math.min(to, list.size()));
        return new ArrayList<>(Indexing.list(list).subList(first, last));
    }

    private static @Nullable Object best(Collection<?> list, int sign, Call call) {
        Object best = null;
        Object bestBy = null;
        boolean any = false;
        for (Object item : list) {
            Object by = call.hasBody() ? call.body().of(item) : item;
            if (!any || sign * Values.order(by, bestBy, call.fuel(), call.at()) > 0) {
                best = item;
                bestBy = by;
                any = true;
            }
        }
        return best;
    }

    private static List<@Nullable Object> sorted(Collection<?> list, Call call) {
        List<@Nullable Object> sorted = new ArrayList<>(list);
        if (!call.hasBody()) {
            sorted.sort((a, b) -> Values.order(a, b, call.fuel(), call.at()));
            return sorted;
        }
        sorted.sort((a, b) -> Values.order(call.body().of(a), call.body().of(b), call.fuel(), call.at()));
        return sorted;
    }
}
