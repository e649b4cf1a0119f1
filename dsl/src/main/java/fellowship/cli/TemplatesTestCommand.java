package fellowship.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "test",
        sortOptions = false,
        description =
                "Proves a template: it can be read, its sample runs on its scripted answers and gives what it should.")
final class TemplatesTestCommand implements Callable<Integer> {

    @Parameters(paramLabel = "FOLDER|NAME", description = "The template.")
    String name = "";

    @Option(names = "--update", description = "Write expected/ anew, for you to look at.")
    boolean update;

    @Option(names = "--json", description = "What holds and what does not, as JSON.")
    boolean json;

    @Mixin
    final CommonOptions common = new CommonOptions();

    private final Terminal terminal;

    TemplatesTestCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        ScriptFile file = TemplatesCommand.find(name, terminal);
        Path scratch = Files.createTempDirectory("fellowship-test");
        try {
            TemplateTrial trial = new TemplateTrial(file, terminal, scratch);
            trial.play(update);
            if (json) {
                Map<String, Object> plain = new LinkedHashMap<>();
                plain.put("name", file.name());
                plain.put("passed", trial.wrong().isEmpty());
                plain.put("holds", trial.done());
                plain.put("wrong", trial.wrong());
                terminal.out().print(Json.of(plain));
            } else {
                trial.done().forEach(line -> terminal.out().println("holds: " + line));
                trial.wrong().forEach(line -> terminal.err().println("wrong: " + line));
                terminal.out()
                        .println(file.name() + (trial.wrong().isEmpty() ? ": all holds" : ": not as it should be"));
            }
            return trial.wrong().isEmpty() ? ExitCode.DONE : ExitCode.DATA;
        } finally {
            try (Stream<Path> all = Files.walk(scratch)) {
                for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
    }
}
