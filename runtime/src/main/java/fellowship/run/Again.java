package fellowship.run;

import fellowship.chat.ModelRef;
import fellowship.dataset.Making;
import fellowship.plan.Plan;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** The command that makes a run again: the script, its parameters, every role's model, the limit. */
final class Again {

    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_./:=@%+,-]+");

    private Again() {}

    /** Empty for a plan that no script's file says. */
    static String command(Plan plan, RunOptions options) {
        return options.script().map(script -> command(plan, options, script)).orElse("");
    }

    private static String command(Plan plan, RunOptions options, Making.Script script) {
        List<String> words = new ArrayList<>(List.of("fellowship", "run", script.name()));
        plan.values().forEach((name, value) -> words.addAll(List.of("-p", name + "=" + value)));
        Map<String, ModelRef> roles = new LinkedHashMap<>();
        Identity.asked(plan).values().stream()
                .filter(model -> !ModelRef.isReference(model))
                .forEach(role -> roles.put(role, options.configuration().resolve(role)));
        roles.forEach((role, model) -> words.addAll(List.of("--model", role + "=" + model)));
        options.limit().ifPresent(limit -> words.addAll(List.of("--limit", String.valueOf(limit))));
        return String.join(" ", words.stream().map(Again::quoted).toList());
    }

    private static String quoted(String word) {
        return PLAIN.matcher(word).matches() ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}
