package fellowship.cli;

import fellowship.script.Library;
import fellowship.script.Pins;
import fellowship.template.LockFile;
import fellowship.template.Template;
import fellowship.template.TemplateException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The templates that a script may include: where {@code run} finds them too. One from elsewhere must be pinned, since a
 * script that is run again would else send other prompts without anybody having looked.
 *
 * @param base the folder that paths in the script count from
 */
record IncludedTemplates(Terminal terminal, Path base) implements Library {

    @Override
    public Source find(String asked) {
        try {
            String wanted =
                    asked.contains("/") ? base.resolve(asked).normalize().toString() : asked;
            Optional<Template> found = terminal.shelves().find(wanted);
            if (found.isEmpty()) {
                throw new IllegalArgumentException("there is no template '" + asked + "'; "
                        + terminal.shelves().hint(asked));
            }
            return source(found.get());
        } catch (TemplateException | CommandException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    private Source source(Template template) {
        if (!terminal.shelves().isForeign(template)) {
            return new Source(template.name(), template.script(), false, true, Pins.none());
        }
        LockFile lock = LockFile.of(terminal.shelves().project());
        LockFile.Pin pin = lock.pin(template.name())
                .orElseThrow(
                        () -> new IllegalArgumentException("template '" + template.name() + "' comes from elsewhere ("
                                + template.told() + ") and is not pinned; look at it first: fellowship templates trust "
                                + template.name() + " --read-only"));
        Trust.unchanged(template, pin, terminal.show(lock.path()));
        return new Source(template.name(), template.script(), true, pin.trusted(), new Pins(pin.files()));
    }
}
