package fellowship.cli;

import fellowship.script.WorkflowException;
import fellowship.template.Template;
import fellowship.template.TemplateException;
import fellowship.text.Columns;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "list", sortOptions = false, description = "The templates there are, and where each is found.")
final class TemplatesListCommand implements Callable<Integer> {

    @Option(names = "--json", description = "The templates as JSON.")
    boolean json;

    @Mixin
    final CommonOptions common = new CommonOptions();

    private final Terminal terminal;

    TemplatesListCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        List<Map<String, Object>> all = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (Template template : terminal.shelves().all()) {
            if (seen.add(template.name())) { // of one name, the one that the name finds
                all.add(plain(template));
            }
        }
        if (json) {
            terminal.out().print(Json.of(Map.of("templates", all)));
        } else if (all.isEmpty()) {
            terminal.out().println("there are none");
        } else {
            List<List<String>> rows = all.stream()
                    .map(one ->
                            one.values().stream().limit(4).map(String::valueOf).toList())
                    .toList();
            terminal.out().print(Columns.of(List.of("template", "version", "from", "what it does"), rows));
        }
        return ExitCode.DONE;
    }

    private Map<String, Object> plain(Template template) {
        Map<String, Object> plain = new LinkedHashMap<>();
        plain.put("name", template.name());
        plain.put("version", version(template));
        plain.put("origin", template.origin().word());
        plain.put("about", about(template));
        plain.put("place", template.told());
        plain.put("foreign", terminal.shelves().isForeign(template));
        return plain;
    }

    private static Object version(Template template) {
        try {
            return template.manifest().version();
        } catch (TemplateException e) {
            return "?";
        }
    }

    private String about(Template template) {
        ScriptFile file = ScriptFile.of(template, terminal);
        try {
            return Trust.of(file, terminal).header(file).about();
        } catch (IOException | WorkflowException | CommandException e) {
            return "(" + String.valueOf(e.getMessage()).lines().findFirst().orElse("") + ")";
        }
    }
}
