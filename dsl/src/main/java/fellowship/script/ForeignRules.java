package fellowship.script;

import fellowship.chat.ModelRef;
import fellowship.plan.Agent;
import fellowship.plan.Judge;
import fellowship.plan.Plan;
import fellowship.plan.SourcePosition;
import fellowship.plan.Step;
import fellowship.prompt.PromptTemplate;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What a script from elsewhere may not say although it can be read: where data goes and which files are taken is for the
 * person who runs it to decide.
 */
final class ForeignRules {

    private static final Pattern HOLE = Pattern.compile("\\s*\\{\\{\\s*\\w+\\s*}}\\s*");

    private final Path folder;
    private final Collection<String> given;
    private final Problems problems;

    /** @param given values of parameters that the user gave: the files that they name are the user's choice */
    ForeignRules(Path folder, Collection<String> given, Problems problems) {
        this.folder = folder;
        this.given = given;
        this.problems = problems;
    }

    void check(Plan plan) {
        boolean makesColumns = plan.steps().stream().anyMatch(Step.Mapped.class::isInstance);
        check(plan.agents(), plan.judges(), makesColumns);
        for (Step.Read read : plan.sources()) {
            read.files().forEach(file -> file(file, read.at()));
        }
    }

    /** The same of what a template from elsewhere declares in another script. */
    void check(List<Agent> agents, List<Judge> judges, boolean makesColumns) {
        for (Agent agent : agents) {
            role(agent.model(), agent.at());
            agent.image().ifPresent(image -> picture(image, makesColumns, agent.at()));
        }
        for (Judge judge : judges) {
            role(judge.model(), judge.at());
        }
    }

    private void role(String model, SourcePosition at) {
        if (ModelRef.isReference(model)) {
            problems.error(
                    at,
                    "a template from elsewhere names roles, not models: '" + model
                            + "' says where data is sent; write a word such as 'writer', which --model or fellowship.toml binds");
        }
    }

    private void picture(PromptTemplate image, boolean makesColumns, SourcePosition at) {
        if (makesColumns || !HOLE.matcher(image.text()).matches()) {
            problems.error(
                    at,
                    "a template from elsewhere shows pictures of the input only: image '{{column}}', and no map before it");
        }
    }

    private void file(String file, SourcePosition at) {
        if (file.equals("-") || given.contains(file)) {
            return;
        }
        try {
            if (!Path.of(file).isAbsolute() && ReadOrigin.isInside(folder, folder.resolve(file))) {
                return;
            }
        } catch (InvalidPathException e) {
            // Told below.
        }
        problems.error(
                at,
                "a template from elsewhere reads files of its own folder, and those that you give with -p; not '" + file
                        + "'");
    }
}
