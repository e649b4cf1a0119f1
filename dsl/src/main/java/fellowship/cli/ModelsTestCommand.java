package fellowship.cli;

import fellowship.chat.ChatRequest;
import fellowship.chat.Completion;
import fellowship.chat.Message;
import fellowship.chat.ModelException;
import fellowship.chat.ModelRef;
import fellowship.chat.Sampling;
import fellowship.config.Configuration;
import fellowship.config.ProviderSettings;
import fellowship.model.OpenProvider;
import fellowship.model.Providers;
import fellowship.model.http.RateListener;
import fellowship.seam.Time;
import fellowship.text.Nearest;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import reactor.core.scheduler.Schedulers;

@Command(
        name = "test",
        sortOptions = false,
        description = "Sends one short question to a model and shows what comes back. Costs one small call.")
final class ModelsTestCommand implements Callable<Integer> {

    @Parameters(arity = "0..1", paramLabel = "MODEL|ROLE", description = "Which model; the default model else.")
    Optional<String> which = Optional.empty();

    @Mixin
    final ModelOptions models = new ModelOptions();

    @Mixin
    final CommonOptions common = new CommonOptions();

    @Spec
    CommandSpec spec = CommandSpec.create();

    private final Terminal terminal;

    ModelsTestCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        Configuration settings = models.read(terminal).configuration();
        ModelRef model = which.map(settings::resolve).orElse(settings.fallback());
        ProviderSettings provider = settings.provider(model.provider())
                .orElseThrow(() -> new CommandException(
                        ExitCode.USAGE,
                        "there is no provider '" + model.provider() + "'; "
                                + Nearest.hint(
                                        model.provider(), settings.providers().keySet())));
        OptionalInt elsewhere =
                VectorProcess.embeds(settings, model) ? VectorProcess.instead(spec) : OptionalInt.empty();
        if (elsewhere.isPresent()) {
            return elsewhere.getAsInt();
        }
        long begun = System.nanoTime();
        Time time = new Time(Schedulers.parallel(), Clock.systemUTC());
        try (OpenProvider open = Providers.open(provider, model, terminal.folder(), time, RateListener.NONE)) {
            open.check();
            ChatRequest request = new ChatRequest(
                    model,
                    List.of(Message.user("Reply with the one word: ready")),
                    Sampling.standard().withMaxTokens(64),
                    Optional.empty(),
                    0);
            Completion reply =
                    Objects.requireNonNull(open.model().complete(request).block());
            terminal.out()
                    .println(model + " answers in " + (System.nanoTime() - begun) / 1_000_000 + " ms: "
                            + reply.text().strip().lines().findFirst().orElse("(nothing)"));
            terminal.out()
                    .println("it says it is " + reply.model() + "; tokens: "
                            + reply.usage().inputTokens() + " in, "
                            + reply.usage().outputTokens() + " out");
            return ExitCode.DONE;
        } catch (ModelException fault) {
            terminal.err().println(model + ": " + fault.getMessage());
            return Faults.code(fault.reason());
        }
    }
}
