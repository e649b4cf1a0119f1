package fellowship.template;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * {@code fellowship.lock} of a project: which templates from elsewhere it uses, and as what. A template that is no longer
 * what stands here is refused until somebody has looked at it.
 *
 * @param path the file; it need not exist
 * @param pins in the order of the file
 */
public record LockFile(Path path, List<Pin> pins) {

    public static final String NAME = "fellowship.lock";

    public LockFile {
        pins = List.copyOf(pins);
    }

    /**
     * A template as it was when somebody looked at it.
     *
     * @param name what it is called
     * @param trusted whether its script may do more than can be read: it is compiled
     * @param files SHA-256 by file
     */
    public record Pin(String name, boolean trusted, SortedMap<String, String> files) {

        public Pin {
            files = new TreeMap<>(files);
        }

        public static Pin of(Template template, boolean trusted) {
            return new Pin(
                    template.name(),
                    trusted,
                    TemplateFiles.of(template.folder()).digests());
        }
    }

    /** @throws TemplateException when it cannot be read */
    public static LockFile of(Path project) {
        Path path = project.resolve(NAME);
        if (!Files.isRegularFile(path)) {
            return new LockFile(path, List.of());
        }
        try {
            Object said = Toml.table(path, Files.readString(path)).getOrDefault("template", List.of());
            List<Pin> pins = new ArrayList<>();
            for (Object entry : said instanceof List<?> list ? list : List.of()) {
                Map<String, Object> pin = Toml.texts(entry);
                SortedMap<String, String> files = new TreeMap<>();
                Toml.texts(pin.getOrDefault("files", Map.of()))
                        .forEach((name, digest) -> files.put(name, String.valueOf(digest)));
                if (!(pin.get("name") instanceof String name) || !(pin.get("digest") instanceof String digest)) {
                    throw new TemplateException(path + ": a [[template]] lacks its name or digest");
                }
                if (!new TemplateFiles(files).digest().equals(digest)) {
                    throw new TemplateException(path + ": the digest of '" + name
                            + "' is not that of its files; somebody changed the lock file: fellowship templates trust "
                            + name);
                }
                pins.add(new Pin(name, Boolean.TRUE.equals(pin.get("trusted")), files));
            }
            return new LockFile(path, pins);
        } catch (IOException e) {
            throw new TemplateException(path + ": cannot be read: " + e.getMessage(), e);
        }
    }

    public Optional<Pin> pin(String name) {
        return pins.stream().filter(pin -> pin.name().equals(name)).findFirst();
    }

    /** The same with a pin in the place of an older one of its name. */
    public LockFile with(Pin pin) {
        List<Pin> more = new ArrayList<>(pins);
        more.removeIf(old -> old.name().equals(pin.name()));
        more.add(pin);
        more.sort(java.util.Comparator.comparing(Pin::name));
        return new LockFile(path, more);
    }

    /** @throws TemplateException when it cannot be written */
    public void write() {
        StringBuilder out = new StringBuilder(
                "# Templates from elsewhere, as they were when somebody looked at them: fellowship templates trust NAME\n");
        for (Pin pin : pins) {
            out.append("\n[[template]]\nname = ").append(Toml.quoted(pin.name()));
            out.append("\ntrusted = ").append(pin.trusted());
            out.append("\ndigest = ")
                    .append(Toml.quoted(new TemplateFiles(pin.files()).digest()))
                    .append("\n[template.files]\n");
            pin.files().forEach((name, digest) -> out.append(Toml.quoted(name))
                    .append(" = ")
                    .append(Toml.quoted(digest))
                    .append('\n'));
        }
        try {
            Files.writeString(path, out);
        } catch (IOException e) {
            throw new TemplateException(path + ": cannot be written: " + e.getMessage(), e);
        }
    }
}
