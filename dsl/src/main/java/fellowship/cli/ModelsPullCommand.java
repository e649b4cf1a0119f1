package fellowship.cli;

import fellowship.model.weights.Weights;
import fellowship.text.Nearest;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
        name = "pull",
        sortOptions = false,
        description = "Fetches the weights of an embedded model, so that later runs need no network.")
final class ModelsPullCommand implements Callable<Integer> {

    @Parameters(arity = "0..1", paramLabel = "MODEL", description = "Which one, for example smollm2. Default: smollm2")
    String model = Weights.known().get(0).name();

    @Mixin
    final CommonOptions common = new CommonOptions();

    private final Terminal terminal;

    ModelsPullCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        String name = model.replaceFirst("^embedded:", "");
        List<String> known = Weights.known().stream().map(Weights::name).toList();
        Weights weights = Weights.find(name)
                .orElseThrow(() -> new CommandException(
                        ExitCode.USAGE, "there is no embedded model '" + name + "'; " + Nearest.hint(name, known)));
        terminal.out().println(new WeightsFetch(terminal).fetch(weights));
        terminal.out().println(weights.about() + "; licence: " + weights.licence());
        return ExitCode.DONE;
    }
}
