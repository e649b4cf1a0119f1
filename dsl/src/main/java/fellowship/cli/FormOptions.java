package fellowship.cli;

import fellowship.export.form.Form;
import fellowship.export.form.Forms;
import fellowship.text.Nearest;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Whom rows are for, and of which type. */
final class FormOptions {

    @Option(
            names = "--for",
            required = true,
            paramLabel = "CONSUMER",
            description =
                    "trl, llama-factory, axolotl, openrlhf, ms-swift, nemo-rl, verl; of critiques and judgments: cut, prometheus,"
                            + " helpsteer, ultrafeedback, alpaca-eval, votes.")
    String consumer = "";

    @Option(
            names = "--type",
            paramLabel = "TYPE",
            description = "What is trained: preference, unpaired, reward … Default: what the data set is for")
    Optional<String> type = Optional.empty();

    Optional<String> type() {
        return type;
    }

    /** @param fitting the types that the data fit, the best first */
    Form form(List<String> fitting) {
        List<String> types = types();
        String word = type.orElseGet(
                () -> fitting.stream().filter(types::contains).findFirst().orElse(types.get(0)));
        return Forms.of(consumer, word)
                .orElseThrow(() -> new CommandException(
                        ExitCode.USAGE,
                        "--type: " + consumer + " has no '" + word + "'; it has " + String.join(", ", types)));
    }

    /** All types of the consumer. */
    List<String> types() {
        List<String> types = Forms.types(consumer);
        if (types.isEmpty()) {
            throw new CommandException(
                    ExitCode.USAGE,
                    "--for: there is no '" + consumer + "'; " + Nearest.hint(consumer, Forms.consumers()));
        }
        return types;
    }
}
