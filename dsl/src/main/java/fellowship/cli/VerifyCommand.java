package fellowship.cli;

import fellowship.export.verify.Finding;
import fellowship.export.verify.Verified;
import fellowship.export.verify.Verify;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
        name = "verify",
        sortOptions = false,
        description =
                "Holds a file of JSON lines to what a consumer really reads; ends with 65 when it would fail or lose rows.")
final class VerifyCommand implements Callable<Integer> {

    @Parameters(paramLabel = "FILE", description = "JSON lines.")
    String file = "";

    @Mixin
    final FormOptions form = new FormOptions();

    @Option(
            names = "--most",
            paramLabel = "N",
            description = "How many findings of each rule to tell; all are counted. Default: 5")
    int most = 5;

    @Option(names = "--json", description = "The same as JSON.")
    boolean json;

    @Mixin
    final CommonOptions common = new CommonOptions();

    private final Terminal terminal;
    private final Map<String, Integer> told = new LinkedHashMap<>();
    private final List<Map<String, Object>> facts = new ArrayList<>();

    VerifyCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        form.types(); // An unknown consumer is told before the file is read.
        form.type().ifPresent(type -> form.form(List.of(type)));
        Path path = terminal.folder().resolve(file);
        if (!Files.isRegularFile(path)) {
            throw new CommandException(ExitCode.DATA, file + " does not exist, or is no file");
        }
        if (file.endsWith(".parquet")) {
            throw new CommandException(
                    ExitCode.USAGE,
                    "verify reads JSON lines; export the same records with --format jsonl to verify them");
        }
        Verified verified = Verify.run(path, form.consumer, form.type(), this::found);
        if (json) {
            Map<String, Object> all = new LinkedHashMap<>();
            all.put("file", path.toString());
            all.put("consumer", form.consumer);
            all.put("type", verified.type().orElse(""));
            all.put("rows", verified.rows());
            all.put("errors", verified.errors());
            all.put("warnings", verified.warnings());
            all.put("findings", facts);
            terminal.out().print(Json.of(all));
        } else {
            told.forEach((rule, count) -> {
                if (count > most) {
                    terminal.out().println(rule + ": " + (count - most) + " more");
                }
            });
            terminal.out()
                    .println(file + ": " + Figures.of(verified.rows(), "row") + " for " + form.consumer
                            + verified.type().map(type -> ", " + type).orElse("") + ": "
                            + Figures.of(verified.errors(), "error") + ", "
                            + Figures.of(verified.warnings(), "warning"));
        }
        return verified.errors() > 0 ? ExitCode.DATA : ExitCode.DONE;
    }

    private void found(Finding finding) {
        if (told.merge(finding.rule(), 1, Integer::sum) > most) {
            return;
        }
        if (json) {
            Map<String, Object> fact = new LinkedHashMap<>();
            fact.put("line", finding.line());
            fact.put("error", finding.error());
            fact.put("rule", finding.rule());
            fact.put("says", finding.says());
            fact.put("remedy", finding.remedy());
            facts.add(fact);
        } else {
            terminal.out()
                    .println(file + ":" + finding.line() + ": " + (finding.error() ? "error" : "warning") + ": "
                            + finding.rule() + ": " + finding.says() + "; " + finding.remedy());
        }
    }
}
