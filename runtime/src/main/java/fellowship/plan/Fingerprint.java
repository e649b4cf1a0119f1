package fellowship.plan;

import fellowship.text.Sha256;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a plan does, as one digest: two plans with one fingerprint make the same data set of the same answers.
 *
 * <table>
 *   <caption>What counts</caption>
 *   <tr><th>in</th><th>out</th></tr>
 *   <tr><td>parameters' values</td><td>parameters' declarations: default, help, range</td></tr>
 *   <tr><td>seed</td><td>budget: it bounds how far a run goes, not what it makes</td></tr>
 *   <tr><td>agents and judges: name, model as the script says it, sampling, prompts, reply types</td>
 *       <td>which model a role is bound to: that is part of each call's own key</td></tr>
 *   <tr><td>steps: id, kind, input, settings, file names, columns</td><td>what the files hold</td></tr>
 *   <tr><td>leaves: their digest</td><td>leaves: layout and comments</td></tr>
 *   <tr><td></td><td>the script's name, its {@code about}, all positions, layout</td></tr>
 * </table>
 *
 * <p>Agents, judges and steps count in the order in which the script declares them.
 */
public final class Fingerprint {

    /** Stands in front of the text; goes up when the tree's form changes. */
    private static final String FORM = "fellowship-plan-1\n";

    private static final Set<String> OUT = Set.of("name", "about", "parameters", "budget");

    private Fingerprint() {}

    /** SHA-256 over the canonical text, as 64 hexadecimal digits. */
    public static String of(Plan plan) {
        Map<String, Object> counted = new LinkedHashMap<>(PlanTree.of(plan));
        counted.keySet().removeAll(OUT);
        return Sha256.of(FORM + CanonicalText.of(withoutPlaces(counted)));
    }

    private static Object withoutPlaces(Object value) {
        if (value instanceof Map<?, ?> map) {
            Map<String, Object> kept = new LinkedHashMap<>();
            boolean leaf = map.containsKey("digest");
            map.forEach((key, inner) -> {
                if (!"at".equals(key) && !(leaf && "source".equals(key))) {
                    kept.put(key.toString(), withoutPlaces(inner));
                }
            });
            return kept;
        }
        if (value instanceof List<?> list) {
            List<Object> kept = new ArrayList<>();
            list.forEach(inner -> kept.add(withoutPlaces(inner)));
            return kept;
        }
        return value;
    }
}
