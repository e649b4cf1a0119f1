package fellowship.cli;

import fellowship.hub.HubException;
import fellowship.hub.Push;
import fellowship.hub.PushPlan;
import fellowship.hub.Target;
import fellowship.model.http.ApiKey;
import fellowship.model.http.HostKey;
import fellowship.model.weights.EnvironmentHttp;
import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.json.JsonMapper;

@Command(
        name = "push",
        sortOptions = false,
        description = "Publishes a run's data sets and card on a hub (Hugging Face). The token is read from HF_TOKEN.")
final class PushCommand implements Callable<Integer> {

    private static final String TOKEN = "HF_TOKEN";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Parameters(paramLabel = "RUN", description = "A run folder that holds a whole result.")
    String run = "";

    @Option(names = "--to", required = true, paramLabel = "hub:OWNER/NAME", description = "Where to. Must be given.")
    String to = "";

    @Option(names = "--private", description = "A data set that has to be made is to be seen by its owner alone.")
    boolean hidden;

    @Option(names = "--revision", paramLabel = "BRANCH", description = "Made where it is missing. Default: main")
    String revision = "main";

    @Option(
            names = "--with",
            split = ",",
            paramLabel = "FILE",
            description =
                    "Files that stay here by default: rejects.jsonl, report.html, plants.jsonl, for-people.jsonl.")
    List<String> with = List.of();

    @Option(names = "--dry-run", description = "Check, tell what would be sent, and send nothing.")
    boolean dry;

    @Mixin
    final CommonOptions common = new CommonOptions();

    private final Terminal terminal;

    PushCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws InterruptedException {
        Target target;
        try {
            target = Target.of(to, Optional.ofNullable(terminal.environment().get("HF_ENDPOINT")), revision);
        } catch (IllegalArgumentException e) {
            throw new CommandException(ExitCode.USAGE, String.valueOf(e.getMessage()));
        }
        PushPlan plan = plan();
        if (dry) {
            tell(target, plan);
            return ExitCode.DONE;
        }
        HostKey key = key(target);
        try {
            int changed = new Push(
                            target,
                            EnvironmentHttp.of(terminal.environment()),
                            key,
                            Duration.ofSeconds(1),
                            terminal.err()::println)
                    .run(plan, hidden);
            terminal.out().println(changed + " files changed: " + target.page());
            return ExitCode.DONE;
        } catch (HubException e) {
            throw new CommandException(
                    e.credentials() ? ExitCode.CREDENTIALS : ExitCode.UNAVAILABLE,
                    List.of(String.valueOf(e.getMessage()), "the same command goes on where this one stopped"));
        } catch (IOException e) {
            throw new CommandException(ExitCode.DISK, key.mask(String.valueOf(e.getMessage())));
        }
    }

    private PushPlan plan() {
        try {
            return PushPlan.of(RunFolder.open(run, terminal).path(), new LinkedHashSet<>(with));
        } catch (IllegalArgumentException e) {
            throw new CommandException(
                    ExitCode.DATA, String.valueOf(e.getMessage()).lines().toList());
        } catch (IOException e) {
            throw new CommandException(ExitCode.DATA, run + " cannot be read: " + e.getMessage());
        }
    }

    private HostKey key(Target target) {
        String value = terminal.environment().getOrDefault(TOKEN, "");
        if (value.isBlank()) {
            throw new CommandException(
                    ExitCode.CREDENTIALS,
                    "the environment variable " + TOKEN + " is not set; it holds a token that may write to "
                            + target.server());
        }
        try {
            return new HostKey(ApiKey.of(value), target.server());
        } catch (IllegalArgumentException e) {
            throw new CommandException(
                    ExitCode.CREDENTIALS, "the environment variable " + TOKEN + ": " + e.getMessage());
        }
    }

    private void tell(Target target, PushPlan plan) {
        terminal.out()
                .println("would make, where it is missing: " + JSON.writeValueAsString(Push.creation(target, hidden)));
        terminal.out().println("would send to " + target.page() + ", as one commit:");
        plan.parcels().forEach(parcel -> terminal.out()
                .println("  " + parcel.path() + "  " + Figures.count(parcel.bytes()) + " bytes  sha256 "
                        + parcel.sha256()));
        terminal.out().println("would leave here:");
        plan.left().forEach((path, why) -> terminal.out().println("  " + path + ": " + why));
        terminal.out()
                .println(plan.parcels().size() + " files, " + Bytes.show(plan.bytes())
                        + "; the hub decides which of them go into its store for large files");
    }
}
