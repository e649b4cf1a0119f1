package fellowship.script;

import fellowship.plan.Parameter;
import fellowship.plan.Plan;
import fellowship.plan.PlanProblem;
import fellowship.plan.SourcePosition;
import fellowship.text.Utf8;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads workflow scripts. Nothing is asked, read or written but the script and the prompt files it names. */
public final class Workflows {

    private Workflows() {}

    /**
     * Checks a script and evaluates it once. Mistakes do not throw: they are all in the reading.
     *
     * @param params values of parameters by name, as text
     * @throws IOException when the script cannot be read
     */
    public static Reading read(Path script, Map<String, String> params) throws IOException {
        return read(ScriptText.of(script.toString(), text(script)), folder(script), params, Optional.empty());
    }

    /**
     * The same, without compiling what was compiled before.
     *
     * @param kept a folder of the user's own for compiled scripts; made where it is missing
     * @throws IOException when the script cannot be read
     */
    public static Reading read(Path script, Map<String, String> params, Path kept) throws IOException {
        return read(script, params, kept, Library.none(), Pins.none());
    }

    /**
     * The same of a script that may include templates.
     *
     * @param kept a folder of the user's own for compiled scripts; made where it is missing
     * @param library where templates are found
     * @param pins what the script and its prompts must be
     * @throws IOException when the script cannot be read
     */
    public static Reading read(Path script, Map<String, String> params, Path kept, Library library, Pins pins)
            throws IOException {
        Problems problems = new Problems();
        ScriptText text = pinned(script, pins, problems);
        Optional<KeptScripts> scripts = KeptScripts.in(kept);
        return read(text, folder(script), params, scripts, new Includes(library, scripts, false), pins, problems);
    }

    /**
     * What a script declares: from the folder of compiled scripts where it is there, else by parsing it.
     *
     * @throws IOException when the script cannot be read
     * @throws WorkflowException when it cannot be parsed or a parameter is declared wrongly
     */
    public static List<Parameter> parameters(Path script, Path kept) throws IOException {
        ScriptText text = ScriptText.of(script.toString(), text(script));
        Optional<CompiledScript> known = KeptScripts.in(kept).flatMap(scripts -> scripts.find(text));
        return known.isPresent() ? known.get().parameters() : header(script).parameters();
    }

    /**
     * Reads a script without running it, as one from elsewhere: no class is made of it, and only the words of the
     * language can happen. Where it is made of more than can be read, the problems say of what and where.
     *
     * @param params values of parameters by name, as text
     * @throws IOException when the script cannot be read
     */
    public static Reading readOnly(Path script, Map<String, String> params) throws IOException {
        return readOnly(script, params, Library.none(), Pins.none());
    }

    /**
     * The same of a script that may include templates; they are read too.
     *
     * @param library where templates are found
     * @param pins what the script and its prompts must be
     * @throws IOException when the script cannot be read
     */
    public static Reading readOnly(Path script, Map<String, String> params, Library library, Pins pins)
            throws IOException {
        Problems problems = new Problems();
        return readOnly(pinned(script, pins, problems), folder(script), params, true, library, pins, problems);
    }

    private static ScriptText pinned(Path script, Pins pins, Problems problems) throws IOException {
        byte[] bytes = Files.readAllBytes(script);
        if (pins.broken(folder(script), script, bytes)) {
            Pins.tell(problems, new SourcePosition(script.toString(), 0, 0), script);
            return ScriptText.of(script.toString(), "");
        }
        return ScriptText.of(script.toString(), Utf8.text(script, bytes));
    }

    /** The same for a text that stands in no file; {@code foreign} also bounds which files it takes and where data goes. */
    static Reading readOnly(String file, String source, Path folder, Map<String, String> params, boolean foreign) {
        return readOnly(
                ScriptText.of(file, source), folder, params, foreign, Library.none(), Pins.none(), new Problems());
    }

    static Reading readOnly(
            ScriptText text,
            Path folder,
            Map<String, String> params,
            boolean foreign,
            Library library,
            Pins pins,
            Problems problems) {
        Includes includes = new Includes(library, Optional.empty(), true);
        Optional<Plan> plan =
                new ScriptReader(text, problems).plan(name(text.file()), folder, params, foreign, includes, pins);
        List<PlanProblem> found = problems.sorted();
        return new Reading(plan.filter(made -> !problems.hasErrors()), found);
    }

    /**
     * What a script says of itself, as one from elsewhere.
     *
     * @throws IOException when the script cannot be read
     * @throws WorkflowException when it cannot be parsed or a parameter is declared wrongly
     */
    public static Header headerOnly(Path script) throws IOException {
        Problems problems = new Problems();
        Header header = new ScriptReader(ScriptText.of(script.toString(), text(script)), problems).header();
        if (problems.hasErrors()) {
            throw new WorkflowException(problems.sorted());
        }
        return header;
    }

    /**
     * What a script says of itself, without running it.
     *
     * @throws IOException when the script cannot be read
     * @throws WorkflowException when it cannot be parsed or a parameter is declared wrongly
     */
    public static Header header(Path script) throws IOException {
        ScriptText text = ScriptText.of(script.toString(), text(script));
        Problems problems = new Problems();
        Header header = new ScriptCompiler(text, problems).header();
        if (problems.hasErrors()) {
            throw new WorkflowException(problems.sorted());
        }
        return header;
    }

    /** The same for a text that stands in no file; {@code file} is the name that messages give it. */
    static Reading read(String file, String source, Path folder, Map<String, String> params) {
        return read(ScriptText.of(file, source), folder, params, Optional.empty());
    }

    static Reading read(ScriptText text, Path folder, Map<String, String> params, Optional<KeptScripts> kept) {
        return read(text, folder, params, kept, Includes.none(), Pins.none(), new Problems());
    }

    static Reading read(
            ScriptText text,
            Path folder,
            Map<String, String> params,
            Optional<KeptScripts> kept,
            Includes includes,
            Pins pins,
            Problems problems) {
        Optional<CompiledScript> known = kept.flatMap(scripts -> scripts.find(text));
        ScriptCompiler compiler = new ScriptCompiler(text, problems);
        Optional<CompiledScript> compiled = known.or(compiler::compile);
        if (known.isEmpty() && problems.sorted().isEmpty()) {
            compiled.ifPresent(made -> kept.ifPresent(scripts -> scripts.keep(made)));
        }
        ParameterValues values = new ParameterValues(
                known.map(CompiledScript::parameters).orElseGet(compiler::parameters), text, problems);
        values.give(params);
        Optional<Plan> plan = compiled.filter(script -> values.complete())
                .flatMap(script ->
                        new Evaluation(script, folder, problems).plan(name(text.file()), values, includes, pins));
        List<PlanProblem> found = problems.sorted();
        return new Reading(plan.filter(made -> !problems.hasErrors()), found);
    }

    private static String text(Path script) throws IOException {
        return Utf8.text(script, Files.readAllBytes(script));
    }

    static Path folder(Path script) {
        Path parent = script.toAbsolutePath().getParent();
        return parent == null ? Path.of("") : parent;
    }

    private static String name(String file) {
        String last = file.substring(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1);
        return last.endsWith(".groovy") ? last.substring(0, last.length() - ".groovy".length()) : last;
    }
}
