package fellowship.dataset;

import java.util.List;

/**
 * The YAML head of a card, from which {@code load_dataset(folder)} learns names, files and features. Written by hand:
 * names are checked words and everything else is quoted, so no YAML library is needed to get it right.
 */
final class FrontMatter {

    private FrontMatter() {}

    static String of(String title, List<DatasetFolder> all) {
        List<DatasetFolder> folders =
                all.stream().filter(folder -> folder.rows() > 0).toList();
        StringBuilder yaml = new StringBuilder("---\n");
        yaml.append("pretty_name: ").append(quoted(title)).append('\n');
        yaml.append("license: other\n");
        yaml.append("annotations_creators: [machine-generated]\nlanguage_creators: [machine-generated]\n");
        long rows = folders.stream().mapToLong(DatasetFolder::rows).sum();
        yaml.append("size_categories: [").append(quoted(size(rows))).append("]\n");
        yaml.append("task_categories: [text-generation]\n");
        yaml.append("tags: [synthetic, fellowship");
        folders.stream().map(folder -> folder.output().type().word()).distinct().forEach(tag -> yaml.append(", ")
                .append(tag));
        yaml.append("]\n");
        if (!folders.isEmpty()) {
            yaml.append("configs:\n");
            for (DatasetFolder folder : folders) {
                configuration(yaml, folder, folder == folders.get(0));
            }
            yaml.append("dataset_info:\n");
            folders.forEach(folder -> info(yaml, folder));
        }
        return yaml.append("---\n").toString();
    }

    private static void configuration(StringBuilder yaml, DatasetFolder folder, boolean first) {
        String name = folder.output().name();
        yaml.append("- config_name: ").append(quoted(name)).append('\n');
        if (first) {
            yaml.append("  default: true\n");
        }
        yaml.append("  data_files:\n  - split: train\n    path: ")
                .append(quoted(name + "/train.jsonl"))
                .append('\n');
    }

    private static void info(StringBuilder yaml, DatasetFolder folder) {
        yaml.append("- config_name: ").append(quoted(folder.output().name())).append("\n  features:\n");
        for (Feature feature : folder.features()) {
            yaml.append("  - name: ").append(quoted(feature.name())).append('\n');
            if (feature.kind() == Feature.Kind.MESSAGES) {
                yaml.append("    list:\n    - {name: role, dtype: string}\n    - {name: content, dtype: string}\n");
            } else {
                yaml.append("    dtype: ").append(dtype(feature.kind())).append('\n');
            }
        }
        yaml.append("  splits:\n  - {name: train, num_bytes: ")
                .append(folder.bytes())
                .append(", num_examples: ")
                .append(folder.rows())
                .append("}\n  download_size: ")
                .append(folder.bytes())
                .append("\n  dataset_size: ")
                .append(folder.bytes())
                .append('\n');
    }

    private static String dtype(Feature.Kind kind) {
        return switch (kind) {
            case TEXT, MESSAGES -> "string";
            case WHOLE -> "int64";
            case DECIMAL -> "float64";
            case YES_NO -> "bool";
        };
    }

    /** The hub's classes of size. */
    static String size(long rows) {
        long bound = 1_000;
        if (rows < bound) {
            return "n<1K";
        }
        String[] names = {"1K", "10K", "100K", "1M", "10M", "100M", "1B"};
        for (int i = 0; i + 1 < names.length; i++) {
            if (rows < bound * 10) {
                return names[i] + "<n<" + names[i + 1];
            }
            bound *= 10;
        }
        return "n>1B";
    }

    /** A YAML double-quoted scalar, which is a JSON string. */
    private static String quoted(String text) {
        return Json.line(text);
    }
}
