package fellowship.cli;

import fellowship.chat.ModelRef;
import fellowship.config.Configuration;
import fellowship.config.ProviderSettings;
import fellowship.plan.Plan;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.function.IntConsumer;
import picocli.CommandLine.Model.CommandSpec;

/**
 * The same command in a JVM that is made for arithmetic. The launcher starts a JVM that is quick to start and light beside a
 * provider's answers; the embedded model wants the full compiler and the vector module, which a JVM is given when it
 * starts or never. Whether a command needs that is known only when its roles are resolved.
 */
final class VectorProcess {

    /** What the launcher says such a JVM is started with, a line each; absent where there is no launcher. */
    static final String FLAGS = "fellowship.vector.jvm";

    /** The process that waits for this one. */
    private static final String WAITING = "fellowship.waiting";

    private VectorProcess() {}

    /** Whether a model is computed in this process. */
    static boolean embeds(Configuration settings, ModelRef model) {
        return settings.provider(model.provider())
                .filter(provider -> provider.protocol() == ProviderSettings.Protocol.EMBEDDED)
                .isPresent();
    }

    /** Runs a plan's command there instead, when one of its models is embedded. */
    static OptionalInt instead(CommandSpec command, Plan plan, Configuration settings) {
        return OpenScript.models(plan).stream().map(settings::resolve).anyMatch(model -> embeds(settings, model))
                ? instead(command)
                : OptionalInt.empty();
    }

    /** The exit code of the other process; nothing where this one is as good. */
    static OptionalInt instead(CommandSpec command) {
        String flags = System.getProperty(FLAGS);
        if (flags == null) {
            return OptionalInt.empty();
        }
        List<String> words = new ArrayList<>();
        words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        flags.lines().forEach(words::add);
        words.add("-D" + WAITING + "=" + ProcessHandle.current().pid());
        words.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName()));
        words.addAll(command.root().commandLine().getParseResult().originalArgs());
        try {
            Process process = new ProcessBuilder(words).inheritIO().start();
            IntConsumer forward = exit -> {
                if (exit == ExitCode.TERMINATED) {
                    process.destroy();
                } else {
                    send(exit == ExitCode.INTERRUPTED ? "-INT" : "-HUP", process);
                }
            };
            try (Signals signals = Signals.on(forward, forward)) {
                return OptionalInt.of(process.waitFor());
            }
        } catch (IOException e) {
            return OptionalInt.empty(); // slower here, but it works
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return OptionalInt.of(ExitCode.INTERRUPTED);
        }
    }

    /** In the other process: does not outlive the one that waits for it, which may be gone already. */
    static void endWithParent() {
        String waiting = System.getProperty(WAITING);
        if (waiting != null) {
            ProcessHandle.current()
                    .parent()
                    .filter(parent -> Long.toString(parent.pid()).equals(waiting))
                    .map(ProcessHandle::onExit)
                    .orElseGet(() -> CompletableFuture.completedFuture(null))
                    .thenRun(() -> Runtime.getRuntime().halt(ExitCode.TERMINATED));
        }
    }

    /**
     * For how long a further signal is the same one: a terminal tells both processes of Ctrl-C, and the one that waits passes
     * on all that it is told, since a signal of {@code kill} reaches only itself.
     */
    static Duration echo() {
        return System.getProperty(WAITING) == null ? Duration.ZERO : Duration.ofSeconds(1);
    }

    private static void send(String signal, Process process) {
        try {
            new ProcessBuilder("kill", signal, Long.toString(process.pid())).start();
        } catch (IOException e) {
            process.destroy();
        }
    }
}
