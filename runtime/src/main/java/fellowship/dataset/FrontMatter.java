package fellowship.dataset;

import fellowship.plan.DatasetType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The machine-readable head of a card: what {@code load_dataset} needs to load the folder as it is. A data set without
 * lines is left out, since loaders fail on an empty file.
 */
final class FrontMatter {

    private static final String EMPTY = "n<1K";

    private FrontMatter() {}

    /** One configuration: a file with its columns. */
    record Config(String name, WrittenFile file, List<Feature> features) {}

    /** Training files under the names of their data sets, in the order of the script, each with its full file after it. */
    static List<Config> configs(Written written) {
        List<Config> configs = new ArrayList<>();
        Set<String> names = new LinkedHashSet<>();
        written.datasets().forEach(dataset -> names.add(dataset.name()));
        for (WrittenDataset dataset : written.datasets()) {
            if (dataset.train().rows() == 0) {
                continue;
            }
            RowShape shape = RowShape.of(dataset.context().output().type());
            configs.add(new Config(dataset.name(), dataset.train(), shape.trainFeatures(dataset.context())));
            dataset.full()
                    .filter(full -> names.add(dataset.name() + "-full"))
                    .ifPresent(full -> configs.add(
                            new Config(dataset.name() + "-full", full, shape.fullFeatures(dataset.context()))));
        }
        return configs;
    }

    static String of(CardFacts facts) {
        List<Config> configs = configs(facts.written());
        Map<String, Object> head = new LinkedHashMap<>();
        head.put("pretty_name", facts.plan().name());
        if (!facts.languages().isEmpty()) {
            head.put("language", facts.languages());
        }
        head.put("license", "other");
        head.put(
                "annotations_creators",
                facts.making().people() == 0 ? List.of("machine-generated") : List.of("machine-generated", "other"));
        head.put("language_creators", List.of("machine-generated"));
        head.put("size_categories", List.of(size(facts.written())));
        head.put("task_categories", List.of("text-generation"));
        head.put("tags", tags(facts.written()));
        if (!configs.isEmpty()) {
            head.put(
                    "configs",
                    configs.stream().map(config -> config(config, configs)).toList());
            head.put("dataset_info", configs.stream().map(FrontMatter::info).toList());
        }
        return "---\n" + Yaml.of(head) + "---\n";
    }

    private static String size(Written written) {
        long rows = written.datasets().stream()
                .mapToLong(dataset -> dataset.train().rows())
                .sum();
        String[] names = {EMPTY, "1K<n<10K", "10K<n<100K", "100K<n<1M", "1M<n<10M", "10M<n<100M", "100M<n<1B"};
        int at = 0;
        for (long bound = 1000; at < names.length - 1 && rows >= bound; bound *= 10) {
            at++;
        }
        return names[at];
    }

    static List<String> tags(Written written) {
        Set<String> tags = new LinkedHashSet<>(List.of("synthetic", "fellowship"));
        for (WrittenDataset dataset : written.datasets()) {
            DatasetType type = dataset.context().output().type();
            if (type == DatasetType.DPO || type == DatasetType.KTO) {
                tags.addAll(List.of("preference", "rlaif"));
            }
            if (type != DatasetType.JSONL) {
                tags.addAll(List.of(type.word(), "trl"));
            }
        }
        return List.copyOf(tags);
    }

    private static Map<String, Object> config(Config config, List<Config> all) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("config_name", config.name());
        if (config.equals(all.get(0))) {
            map.put("default", true);
        }
        Map<String, Object> file = new LinkedHashMap<>();
        file.put("split", "train");
        file.put("path", config.file().path());
        map.put("data_files", List.of(file));
        return map;
    }

    private static Map<String, Object> info(Config config) {
        Map<String, Object> split = new LinkedHashMap<>();
        split.put("name", "train");
        split.put("num_bytes", config.file().bytes());
        split.put("num_examples", config.file().rows());
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("config_name", config.name());
        map.put("features", features(config.features()));
        map.put("splits", List.of(split));
        map.put("download_size", config.file().bytes());
        map.put("dataset_size", config.file().bytes());
        return map;
    }

    private static List<Map<String, Object>> features(List<Feature> features) {
        return features.stream()
                .map(feature -> {
                    Map<String, Object> map = new LinkedHashMap<>();
                    map.put("name", feature.name());
                    if (feature.dtype().isEmpty()) {
                        map.put("list", features(feature.list()));
                    } else {
                        map.put("dtype", feature.dtype());
                    }
                    return map;
                })
                .toList();
    }
}
