package fellowship.cli;

import fellowship.plan.Parameter;
import fellowship.plan.PlanProblem;
import fellowship.plan.PlanProblem.Severity;
import fellowship.script.Header;
import fellowship.script.Pins;
import fellowship.script.Reading;
import fellowship.script.Workflows;
import fellowship.template.LockFile;
import fellowship.template.Template;
import fellowship.template.TemplateFiles;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How far a script is trusted: a person's own is compiled, one from elsewhere is read, unless somebody looked at exactly this
 * one and said so.
 *
 * @param foreign whether it comes from elsewhere
 * @param compiles whether it runs as full Groovy
 * @param pins what its files must be when they are read
 */
record Trust(boolean foreign, boolean compiles, Pins pins) {

    /** @throws CommandException when it was looked at, and is not the same any more */
    static Trust of(ScriptFile file, Terminal terminal) {
        Optional<Template> foreign = file.template().filter(terminal.shelves()::isForeign);
        if (foreign.isEmpty()) {
            return new Trust(false, true, Pins.none());
        }
        LockFile lock = LockFile.of(terminal.shelves().project());
        Optional<LockFile.Pin> pin = lock.pin(foreign.get().name());
        pin.ifPresent(known -> unchanged(foreign.get(), known, terminal.show(lock.path())));
        return new Trust(
                true,
                pin.filter(LockFile.Pin::trusted).isPresent(),
                pin.map(known -> new Pins(known.files())).orElse(Pins.none()));
    }

    /** @throws CommandException when it is not what was pinned */
    static void unchanged(Template template, LockFile.Pin pin, String lock) {
        var changes = TemplateFiles.of(template.folder()).since(pin.files());
        if (changes.isEmpty()) {
            return;
        }
        List<String> lines = new ArrayList<>();
        lines.add("template '" + template.name() + "' (" + template.told()
                + ") is not what somebody looked at: it differs from " + lock);
        changes.forEach((name, change) -> lines.add("  " + change + ": " + name));
        lines.add("look at it, and pin it anew: fellowship templates trust " + template.name());
        throw new CommandException(ExitCode.USAGE, lines);
    }

    Header header(ScriptFile file) throws IOException {
        return compiles ? Workflows.header(file.path()) : Workflows.headerOnly(file.path());
    }

    /** What a script declares, without parsing it anew where it was compiled before. */
    List<Parameter> parameters(ScriptFile file, Terminal terminal) throws IOException {
        return compiles
                ? Workflows.parameters(file.path(), terminal.scriptsFolder())
                : Workflows.headerOnly(file.path()).parameters();
    }

    /** A reading with what to do, when a script from elsewhere is made of more than can be read. */
    static Reading explained(ScriptFile file, Reading reading) {
        boolean more = reading.problems().stream()
                .anyMatch(problem -> problem.message().startsWith("a script that is read cannot have"));
        if (!more) {
            return reading;
        }
        List<PlanProblem> problems = new ArrayList<>(reading.problems());
        problems.add(new PlanProblem(
                Severity.ERROR,
                problems.get(problems.size() - 1).at(),
                "this template comes from elsewhere, so it is read and not run; if you trust it, it may be more than that: "
                        + "fellowship templates trust " + file.name()));
        return new Reading(Optional.empty(), problems);
    }
}
