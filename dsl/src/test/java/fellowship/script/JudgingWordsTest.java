package fellowship.script;

import fellowship.plan.PlanValidator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JudgingWordsTest {
    @Test
    void x() {
        for (String name : List.of("agreement.groovy", "judging.groovy")) {
            Reading reading = Scripts.read(name, name.startsWith("a") ? Map.of("labelled", "x.jsonl") : Map.of());
            reading.problems().forEach(System.out::println);
            reading.plan().ifPresent(plan -> PlanValidator.validate(plan).forEach(System.out::println));
            reading.plan().ifPresent(plan -> System.out.println(fellowship.plan.PlanTable.of(plan)));
        }
    }
}
