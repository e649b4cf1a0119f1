package fellowship.script;

import fellowship.plan.Parameter;
import java.util.List;

/**
 * What a script says of itself, known without running it.
 *
 * @param about its sentence, empty when it has none
 * @param parameters in the order they are declared
 */
public record Header(String about, List<Parameter> parameters) {

    public Header {
        parameters = List.copyOf(parameters);
    }
}
