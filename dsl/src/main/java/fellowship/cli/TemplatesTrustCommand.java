package fellowship.cli;

import fellowship.chat.ModelRef;
import fellowship.config.Configuration;
import fellowship.config.ConfigurationSources;
import fellowship.plan.Fingerprint;
import fellowship.plan.PlanTable;
import fellowship.script.Pins;
import fellowship.script.Reading;
import fellowship.script.Workflows;
import fellowship.template.LockFile;
import fellowship.template.Template;
import fellowship.template.TemplateFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "trust",
        sortOptions = false,
        description = "Shows all that a template from elsewhere does, and pins it in fellowship.lock as it is now.")
final class TemplatesTrustCommand implements Callable<Integer> {

    @Parameters(paramLabel = "NAME", description = "The template.")
    String name = "";

    @Option(names = "--yes", description = "Pin it without being asked.")
    boolean yes;

    @Option(names = "--read-only", description = "Pin it, but go on reading it: its script may do no more than before.")
    boolean readOnly;

    @Mixin
    final CommonOptions common = new CommonOptions();

    private final Terminal terminal;

    TemplatesTrustCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        ScriptFile file = TemplatesCommand.find(name, terminal);
        Template template = file.template().orElseThrow();
        if (!terminal.shelves().isForeign(template)) {
            throw new CommandException(
                    ExitCode.USAGE,
                    "'" + template.name() + "' is not from elsewhere ("
                            + template.origin().word() + "); there is nothing to trust");
        }
        LockFile lock = LockFile.of(terminal.shelves().project());
        TemplateFiles files = TemplateFiles.of(template.folder());
        show(file, template, files, lock.pin(template.name()));
        if (!yes && !agreed()) {
            terminal.err().println("not pinned; say yes, or give --yes");
            return ExitCode.USAGE;
        }
        if (!TemplateFiles.of(template.folder()).equals(files)) {
            throw new CommandException(ExitCode.USAGE, "it changed while you looked at it; nothing is pinned");
        }
        lock.with(new LockFile.Pin(template.name(), !readOnly, files.digests())).write();
        terminal.out()
                .println("pinned " + template.name() + " in " + terminal.show(lock.path()) + ": "
                        + files.digest().substring(0, 16));
        return ExitCode.DONE;
    }

    private void show(ScriptFile file, Template template, TemplateFiles files, Optional<LockFile.Pin> before)
            throws IOException {
        var out = terminal.out();
        out.println(template.name() + "@" + template.manifest().version() + " from " + template.told());
        before.ifPresent(
                pin -> files.since(pin.files()).forEach((name, change) -> out.println("  " + change + ": " + name)));
        Reading read = Workflows.readOnly(
                file.path(),
                TemplateFacts.samples(Workflows.headerOnly(file.path())),
                new IncludedTemplates(terminal, file.base()),
                new Pins(files.digests()));
        if (read.plan().isPresent()) {
            TemplateFacts facts = new TemplateFacts(
                    file, Workflows.headerOnly(file.path()), read.plan().get());
            out.println();
            out.println(PlanTable.of(facts.plan()));
            out.println("plan " + Fingerprint.of(facts.plan()).substring(0, 16) + "; roles: "
                    + String.join(", ", facts.roles()));
            facts.prompts().forEach((who, text) -> {
                out.println();
                out.println(who + ":");
                text.lines().forEach(line -> out.println("  " + printable(line)));
            });
            out.println();
            out.println(
                    "it can be read, so it needs no trust to run; pinned, it runs as any script, and only as it is now");
        } else {
            out.println("it is more than can be read:");
            read.problems().forEach(problem -> out.println("  " + problem));
            out.println("trusted, it may do all that you may: read your files, use the network, start programs.");
            out.println("its script, in full:");
            Files.readString(file.path()).lines().forEach(line -> out.println("  " + printable(line)));
        }
        out.println("models are asked where your fellowship.toml sends its roles, unless --model says otherwise:");
        read.plan().ifPresent(plan -> asked(file, OpenScript.models(plan)));
        out.println("files: " + String.join(", ", files.digests().keySet()));
    }

    /** Where each role is sent as things stand. */
    private void asked(ScriptFile file, List<String> roles) {
        Configuration settings = new ConfigurationSources(
                        file.project(terminal), terminal.userFile(), List.of(), Map.of())
                .read()
                .configuration();
        for (String role : roles) {
            ModelRef model = settings.resolve(role);
            String url = settings.provider(model.provider())
                    .map(provider -> provider.url())
                    .filter(address -> !address.isBlank())
                    .orElse("this machine");
            terminal.out().println("  " + role + ": " + model + " at " + url);
        }
    }

    /** A line cannot hide what it says from the terminal. */
    private static String printable(String line) {
        StringBuilder shown = new StringBuilder();
        line.codePoints().forEach(c -> {
            boolean hides = Character.isISOControl(c) && c != '\t' || Character.getType(c) == Character.FORMAT;
            shown.append(hides ? String.format(java.util.Locale.ROOT, "\\u%04x", c) : Character.toString(c));
        });
        return shown.toString();
    }

    private boolean agreed() throws IOException {
        terminal.out().print("pin it as it is now? [yes/no] ");
        terminal.out().flush();
        byte[] answer = terminal.in().readNBytes(4);
        return new String(answer, java.nio.charset.StandardCharsets.UTF_8)
                .strip()
                .startsWith("yes");
    }
}
