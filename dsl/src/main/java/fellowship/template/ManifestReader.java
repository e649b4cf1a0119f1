package fellowship.template;

import fellowship.text.Nearest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads a {@code template.toml}; a setting that nobody knows is a mistake, and all mistakes are told at once. */
final class ManifestReader {

    private final String file;
    private final List<String> wrong = new ArrayList<>();

    private ManifestReader(String file) {
        this.file = file;
    }

    static Manifest read(Path path) {
        try {
            return new ManifestReader(path.toString()).read(Toml.table(path, Files.readString(path)));
        } catch (IOException e) {
            throw new TemplateException(path + ": cannot be read: " + e.getMessage(), e);
        }
    }

    private Manifest read(Map<String, Object> root) {
        closed(root, "", List.of("version", "paper", "number"));
        int version = root.get("version") instanceof Number said && said.intValue() >= 1 ? said.intValue() : 0;
        if (version == 0) {
            wrong.add(file + ": version must be a whole number, 1 or more");
        }
        List<Manifest.Paper> papers = tables(root, "paper").stream()
                .map(paper -> {
                    closed(paper, "paper.", List.of("title", "id", "carried", "left-out"));
                    return new Manifest.Paper(
                            text(paper, "paper.title"),
                            text(paper, "paper.id"),
                            text(paper, "paper.carried"),
                            text(paper, "paper.left-out"));
                })
                .toList();
        List<Manifest.Figure> numbers = tables(root, "number").stream()
                .map(number -> {
                    closed(number, "number.", List.of("what", "value", "where", "parameter"));
                    return new Manifest.Figure(
                            text(number, "number.what"),
                            text(number, "number.value"),
                            text(number, "number.where"),
                            number.containsKey("parameter")
                                    ? Optional.of(text(number, "number.parameter"))
                                    : Optional.empty());
                })
                .toList();
        if (!wrong.isEmpty()) {
            throw new TemplateException(String.join("\n", wrong));
        }
        return new Manifest(version, papers, numbers);
    }

    private void closed(Map<String, Object> table, String prefix, List<String> known) {
        table.keySet().stream()
                .filter(key -> !known.contains(key))
                .forEach(key ->
                        wrong.add(file + ": there is no setting '" + prefix + key + "'; " + Nearest.hint(key, known)));
    }

    private List<Map<String, Object>> tables(Map<String, Object> root, String key) {
        Object said = root.getOrDefault(key, List.of());
        if (said instanceof List<?> list && list.stream().allMatch(Map.class::isInstance)) {
            return list.stream().map(Toml::texts).toList();
        }
        wrong.add(file + ": write [[" + key + "]] above each " + key);
        return List.of();
    }

    private String text(Map<String, Object> table, String name) {
        Object said = table.get(name.substring(name.indexOf('.') + 1));
        if (said instanceof String text && !text.isBlank()) {
            return text;
        }
        if (said instanceof Number number && name.equals("number.value")) {
            return number.toString();
        }
        wrong.add(file + ": " + name + (said == null ? " is missing" : " must be a text in quotes"));
        return "";
    }
}
