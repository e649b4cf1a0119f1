package fellowship.tool;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;

/** The tools there are. */
public final class Tools {

    private static final List<Tool> BUILT_IN = List.of(
            new Calculator(), new Calendar(), new ExactMatch(), new NumbersMatch(), new JsonCheck(), new Length());

    private Tools() {}

    /**
     * All tools by name: those of the product, then those of jars on the class path.
     *
     * @throws IllegalStateException when two tools have one name
     */
    public static Map<String, Tool> known() {
        Map<String, Tool> tools = new LinkedHashMap<>();
        BUILT_IN.forEach(tool -> tools.put(tool.name(), tool));
        for (Tool tool : ServiceLoader.load(Tool.class, Tool.class.getClassLoader())) {
            Tool other = tools.putIfAbsent(tool.name(), tool);
            if (other != null) {
                throw new IllegalStateException("two tools are named '" + tool.name() + "': "
                        + other.getClass().getName() + " and " + tool.getClass().getName()
                        + "; take one of their jars off the class path");
            }
        }
        return Collections.unmodifiableMap(tools);
    }
}
