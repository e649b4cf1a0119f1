package fellowship.script;

import fellowship.dsl.WorkflowSpec;
import fellowship.plan.Plan;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** The language for Java: the same words, with lambdas in the place of blocks and closures. */
public final class Workflow {

    private Workflow() {}

    /**
     * The plan of a workflow; its name is {@code workflow} and prompt files are relative to the working directory.
     *
     * @throws WorkflowException when it has mistakes, with all of them
     */
    public static Plan of(Consumer<WorkflowSpec> workflow) {
        return of("workflow", Path.of(""), workflow);
    }

    /**
     * The plan of a workflow.
     *
     * @param name what the plan is called
     * @param folder what prompt files are relative to
     * @throws WorkflowException when it has mistakes, with all of them
     */
    public static Plan of(String name, Path folder, Consumer<WorkflowSpec> workflow) {
        return of(name, folder, Library.none(), workflow);
    }

    /**
     * The plan of a workflow that includes templates.
     *
     * @param name what the plan is called
     * @param folder what prompt files are relative to
     * @param library where templates are found
     * @throws WorkflowException when it has mistakes, with all of them
     */
    public static Plan of(String name, Path folder, Library library, Consumer<WorkflowSpec> workflow) {
        Problems problems = new Problems();
        PlanBuilder builder =
                new PlanBuilder(new JavaOrigin(folder), problems, new Includes(library, Optional.empty(), false));
        workflow.accept(builder);
        if (problems.hasErrors()) {
            throw new WorkflowException(problems.sorted());
        }
        return builder.seal(name, List.of(), Map.of());
    }
}
