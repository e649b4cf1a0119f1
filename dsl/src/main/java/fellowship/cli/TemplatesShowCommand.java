package fellowship.cli;

import fellowship.plan.Estimate;
import fellowship.plan.Parameter;
import fellowship.template.Manifest;
import fellowship.template.Template;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "show",
        sortOptions = false,
        description = "What a template does: its papers, parameters, columns, roles, prompts, and what it takes.")
final class TemplatesShowCommand implements Callable<Integer> {

    @Parameters(paramLabel = "NAME", description = "A template's name, name@version, folder or jar.")
    String name = "";

    @Option(names = "--json", description = "The facts as JSON.")
    boolean json;

    @Mixin
    final CommonOptions common = new CommonOptions();

    private final Terminal terminal;

    TemplatesShowCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        ScriptFile file = TemplatesCommand.find(name, terminal);
        Template template = file.template().orElseThrow();
        Manifest manifest = template.manifest();
        TemplateFacts facts = TemplateFacts.of(file, terminal);
        if (json) {
            terminal.out().print(Json.of(plain(template, manifest, facts)));
        } else {
            print(template, manifest, facts);
        }
        return ExitCode.DONE;
    }

    private void print(Template template, Manifest manifest, TemplateFacts facts) {
        say(template.name() + "@" + manifest.version() + ": " + facts.header().about());
        say("from: " + template.told() + " (" + template.origin().word() + ")");
        if (terminal.shelves().isForeign(template)) {
            say(
                    Trust.of(facts.file(), terminal).compiles()
                            ? "it comes from elsewhere; somebody looked at it, so it runs as any script"
                            : "it comes from elsewhere: it is read and not run, and only the words of the language can happen");
        }
        for (Manifest.Paper paper : manifest.papers()) {
            say("");
            say(paper.title() + ", " + paper.id());
            say("  here: " + paper.carried());
            say("  not here: " + paper.leftOut());
        }
        if (!facts.header().parameters().isEmpty()) {
            say("");
            terminal.out().print(HelpCommand.parameters(facts.header()));
        }
        say("");
        facts.needs().forEach((file, columns) -> say("needs in " + file + ": " + String.join(", ", columns)));
        facts.gives().forEach((output, columns) -> say("gives " + output + ": " + String.join(", ", columns)));
        say("roles: " + String.join(", ", facts.roles()));
        say(takes(facts.estimate()));
        facts.prompts().forEach((who, text) -> {
            say("");
            say(who + ":");
            text.lines().forEach(line -> say("  " + line));
        });
        say("");
        say("to run it: fellowship run " + facts.file().asked(terminal) + HelpCommand.required(facts.header()));
    }

    private void say(String line) {
        terminal.out().println(line.stripTrailing());
    }

    private static String takes(Estimate estimate) {
        return "100 rows take " + Figures.brief(estimate.low().calls()) + " / "
                + Figures.brief(estimate.expected().calls()) + " / "
                + Figures.brief(estimate.worst().calls()) + " calls, "
                + Figures.brief(estimate.expected().inputTokens()) + " tokens in and "
                + Figures.brief(estimate.expected().outputTokens()) + " out (low / expected / worst)";
    }

    private static Map<String, Object> plain(Template template, Manifest manifest, TemplateFacts facts) {
        Map<String, Object> plain = new LinkedHashMap<>();
        plain.put("name", template.name());
        plain.put("version", manifest.version());
        plain.put("origin", template.origin().word());
        plain.put("place", template.told());
        plain.put("about", facts.header().about());
        List<Map<String, Object>> papers = new ArrayList<>();
        for (Manifest.Paper paper : manifest.papers()) {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("title", paper.title());
            one.put("id", paper.id());
            one.put("carried", paper.carried());
            one.put("left-out", paper.leftOut());
            papers.add(one);
        }
        plain.put("papers", papers);
        plain.put(
                "parameters",
                facts.header().parameters().stream()
                        .map(TemplatesShowCommand::plain)
                        .toList());
        plain.put("needs", facts.needs());
        plain.put("gives", facts.gives());
        plain.put("roles", facts.roles());
        plain.put("prompts", facts.prompts());
        plain.put("calls-for-100-rows", facts.estimate().expected().calls());
        return plain;
    }

    private static Map<String, Object> plain(Parameter parameter) {
        Map<String, Object> plain = new LinkedHashMap<>();
        plain.put("name", parameter.name());
        plain.put("type", parameter.type());
        parameter.fallback().ifPresent(value -> plain.put("default", value));
        plain.put("help", parameter.help());
        return plain;
    }
}
