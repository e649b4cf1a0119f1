package fellowship.script.read;

import fellowship.script.read.Functions.Function;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What can be asked of a map. */
final class MapFunctions {

    static final Map<String, Function<Map<?, ?>>> TABLE = new HashMap<>();

    static {
        TABLE.put("size", (map, call) -> map.size());
        TABLE.put("isEmpty", (map, call) -> map.isEmpty());
        TABLE.put("containsKey", (map, call) -> map.containsKey(call.value(0)));
        TABLE.put(
                "get",
                (map, call) ->
                        map.containsKey(call.value(0)) || call.count() < 2 ? map.get(call.value(0)) : call.value(1));
        TABLE.put(
                "getOrDefault", (map, call) -> map.containsKey(call.value(0)) ? map.get(call.value(0)) : call.value(1));
        TABLE.put("keySet", (map, call) -> new ArrayList<>(map.keySet()));
        TABLE.put("values", (map, call) -> new ArrayList<>(map.values()));
        TABLE.put("toString", (map, call) -> Values.text(map, call.fuel(), call.at()));
        TABLE.put("any", (map, call) -> map.entrySet().stream().anyMatch(entry -> Values.truth(of(entry, call))));
        TABLE.put("every", (map, call) -> map.entrySet().stream().allMatch(entry -> Values.truth(of(entry, call))));
        TABLE.put("collect", (map, call) -> {
            List<@Nullable Object> all = new ArrayList<>();
            map.entrySet().forEach(entry -> all.add(of(entry, call)));
            return Values.weighed(all, call.fuel(), call.at());
        });
        TABLE.put("findAll", (map, call) -> {
            Map<@Nullable Object, @Nullable Object> kept = new LinkedHashMap<>();
            map.forEach((key, value) -> {
                if (Values.truth(call.body().of(key, value))) {
                    kept.put(key, value);
                }
            });
            return kept;
        });
    }

    private MapFunctions() {}

    private static @Nullable Object of(Map.Entry<?, ?> entry, Call call) {
        return call.body().of(entry.getKey(), entry.getValue());
    }
}
