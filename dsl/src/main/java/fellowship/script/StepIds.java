package fellowship.script;

import fellowship.plan.Step;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Gives each step its id: its variable's name, else its kind and a number. */
final class StepIds {

    private StepIds() {}

    static List<Step> steps(List<Node> nodes) {
        Set<String> taken = new HashSet<>();
        Map<Node, String> ids = new HashMap<>();
        for (Node node : nodes) {
            node.name.ifPresent(name -> ids.put(node, free(node.prefix + name, taken)));
        }
        for (Node node : nodes) {
            ids.computeIfAbsent(node, unnamed -> numbered(unnamed.prefix + unnamed.kind, 1, taken));
        }
        List<Step> steps = new ArrayList<>();
        for (Node node : nodes) {
            List<String> from = node.from.stream()
                    .flatMap(input -> Stream.ofNullable(ids.get(input)))
                    .toList();
            steps.add(node.making.make(ids.getOrDefault(node, node.kind), from));
        }
        return steps;
    }

    private static String free(String name, Set<String> taken) {
        return taken.add(name) ? name : numbered(name, 2, taken);
    }

    private static String numbered(String name, int from, Set<String> taken) {
        int number = from;
        while (!taken.add(name + number)) {
            number++;
        }
        return name + number;
    }
}
