package fellowship.script;

import static org.assertj.core.api.Assertions.assertThat;

import fellowship.plan.PlanProblem;
import fellowship.plan.PlanProblem.Severity;
import fellowship.plan.PlanValidator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a writer is told of each mistake, to the letter: a message is part of the language. */
class BadScriptsTest {

    static List<String> scripts() throws IOException {
        try (Stream<Path> files = Files.list(Scripts.resource("bad"))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".groovy"))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void thereAreManyMistakesToLearnFrom() throws IOException {
        assertThat(scripts()).hasSizeGreaterThanOrEqualTo(99);
    }

    @ParameterizedTest
    @MethodSource("scripts")
    void everyMistakeIsToldAtItsPlaceInTheWordsOfTheLanguage(String name) throws IOException {
        Path folder = Scripts.resource("bad");
        String expected = Files.readString(folder.resolve(name.replace(".groovy", ".txt")));

        Reading reading = Scripts.including(
                ScriptText.of(name, Files.readString(folder.resolve(name))), folder, Scripts.library());

        List<PlanProblem> problems = checked(reading);
        assertThat(problems).extracting(PlanProblem::severity).contains(Severity.ERROR);
        assertThat(problems.stream().map(PlanProblem::toString).collect(Collectors.joining("\n", "", "\n")))
                .isEqualTo(expected);
    }

    /** What {@code fellowship check} tells: of the script, and of the plan where there is one. */
    private static List<PlanProblem> checked(Reading reading) {
        List<PlanProblem> problems = new ArrayList<>(reading.problems());
        reading.plan().ifPresent(plan -> problems.addAll(PlanValidator.validate(plan)));
        return problems;
    }
}
