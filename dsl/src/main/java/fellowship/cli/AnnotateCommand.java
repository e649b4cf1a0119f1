package fellowship.cli;

import fellowship.annotate.AnnotationServer;
import fellowship.annotate.Session;
import fellowship.people.JudgingOrder;
import fellowship.people.LabelFile;
import fellowship.people.PairIndex;
import java.io.IOException;
import java.nio.file.Files;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "annotate",
        sortOptions = false,
        description =
                "Opens a page on which you judge pairs of a run without knowing who wrote them or what was chosen.")
final class AnnotateCommand implements Callable<Integer> {

    private static final int TOKEN_BYTES = 24;

    @Parameters(paramLabel = "RUN", description = "A run folder that holds a whole result.")
    String run = "";

    @Option(names = "--as", paramLabel = "NAME", description = "Who you are. Default: your name on this machine")
    Optional<String> name = Optional.empty();

    @Option(
            names = "--dataset",
            paramLabel = "NAME",
            description =
                    "A dpo data set, or for-people for the rows that the script leaves to people. Default: the first")
    Optional<String> dataset = Optional.empty();

    @Option(names = "--limit", paramLabel = "N", description = "The most pairs, drawn for you.")
    Optional<Integer> limit = Optional.empty();

    @Option(names = "--port", paramLabel = "PORT", description = "Of the page. Default: any that is free")
    int port;

    @Option(names = "--no-open", description = "Print the address and open no browser.")
    boolean closed;

    @Mixin
    final CommonOptions common = new CommonOptions();

    private final Terminal terminal;

    AnnotateCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws InterruptedException {
        if (limit.filter(most -> most < 1).isPresent()) {
            throw new CommandException(ExitCode.USAGE, "--limit must be 1 or more, was " + limit.get());
        }
        String who = name.orElseGet(() -> System.getProperty("user.name", ""));
        if (!LabelFile.isName(who)) {
            throw new CommandException(
                    ExitCode.USAGE,
                    "'" + who + "' cannot be a file's name; say who you are with --as, in letters, digits, _ . and -");
        }
        RunFolder folder = RunFolder.open(run, terminal);
        String set = set(folder);
        try (LabelFile file = LabelFile.open(folder.path(), who)) {
            PairIndex index = PairIndex.read(folder.path(), set);
            if (index.places().isEmpty()) {
                throw new CommandException(ExitCode.DATA, "'" + set + "' of " + run + " has no pairs");
            }
            List<JudgingOrder.Shown> order =
                    JudgingOrder.of(index, folder.seed(), who, limit.orElse(Integer.MAX_VALUE));
            return serve(new Session(folder.path(), index, order, file), file);
        } catch (IllegalStateException e) {
            throw new CommandException(ExitCode.IN_USE, String.valueOf(e.getMessage()));
        } catch (IllegalArgumentException e) {
            throw new CommandException(ExitCode.DATA, String.valueOf(e.getMessage()));
        } catch (IOException e) {
            throw new CommandException(ExitCode.DISK, String.valueOf(e.getMessage()));
        }
    }

    private String set(RunFolder folder) {
        List<String> pairs = folder.datasets("dpo");
        boolean left = Files.isRegularFile(folder.path().resolve(PairIndex.FOR_PEOPLE + ".jsonl"));
        if (dataset.isPresent()) {
            String asked = dataset.get();
            if (pairs.contains(asked) || left && asked.equals(PairIndex.FOR_PEOPLE)) {
                return asked;
            }
            throw new CommandException(
                    ExitCode.USAGE,
                    "there are no pairs named '" + asked + "' in " + run + "; it has "
                            + (pairs.isEmpty() ? "none" : String.join(", ", pairs))
                            + (left ? " and " + PairIndex.FOR_PEOPLE : ""));
        }
        if (!pairs.isEmpty()) {
            return pairs.get(0);
        }
        if (left) {
            return PairIndex.FOR_PEOPLE;
        }
        throw new CommandException(ExitCode.USAGE, run + " has no pairs: people compare the pairs of dpo data sets");
    }

    private int serve(Session session, LabelFile file) throws InterruptedException {
        byte[] token = new byte[TOKEN_BYTES];
        new SecureRandom().nextBytes(token);
        int code;
        try (AnnotationServer server = start(session, HexFormat.of().formatHex(token));
                Signals signals = Signals.on(
                        exit -> server.close(), exit -> Runtime.getRuntime().halt(exit))) {
            terminal.out().println("judge as '" + file.name() + "' at " + server.url());
            terminal.out().println("Finish on the page or Ctrl-C ends it; each label is saved at once");
            terminal.out().flush();
            if (!closed) {
                open(server.url());
            }
            server.await();
            code = signals.exitOr(none -> ExitCode.DONE);
        }
        terminal.out()
                .println(session.done() + " of " + session.total() + " pairs judged or skipped: "
                        + terminal.show(file.path()));
        terminal.out().println("what they come to: fellowship agree " + run);
        return code;
    }

    private AnnotationServer start(Session session, String token) {
        try {
            return AnnotationServer.start(session, token, port);
        } catch (IOException e) {
            throw new CommandException(
                    ExitCode.CANNOT_CREATE, "the page cannot be served at port " + port + ": " + e.getMessage());
        }
    }

    /** The address is printed already, so a machine without a browser is no fault. */
    private static void open(String url) {
        String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        List<String> command = system.contains("mac")
                ? List.of("open", url)
                : system.contains("win")
                        ? List.of("rundll32", "url.dll,FileProtocolHandler", url)
                        : List.of("xdg-open", url);
        try {
            new ProcessBuilder(command)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException e) {
            return;
        }
    }
}
