package fellowship.dataset;

import fellowship.plan.Fingerprint;
import fellowship.text.WellFormed;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code croissant.json}: the data sets described in Croissant 1.1 with its vocabulary for responsible use (RAI 1.0), so that
 * other tools than the hub's find, check and read them. It has no date and no address, since a run has none; whoever publishes
 * it adds them. Columns of free form have no type in Croissant and are left out; they are in the files.
 */
public final class Croissant {

    /** The file in the run folder. */
    public static final String FILE = "croissant.json";

    /** Who made it, where nobody said. */
    static final String NOBODY = "not stated";

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private final CardFacts facts;

    private Croissant(CardFacts facts) {
        this.facts = facts;
    }

    /** Writes it into the run folder. */
    public static WrittenFile write(Path folder, CardFacts facts) {
        return TextFile.write(folder, FILE, of(facts));
    }

    static String of(CardFacts facts) {
        return WellFormed.text(JSON.writeValueAsString(new Croissant(facts).plain()) + "\n");
    }

    private Map<String, Object> plain() {
        List<FrontMatter.Config> configs = FrontMatter.configs(facts.written());
        String name = facts.plan().name();
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("@context", CroissantContext.of());
        all.put("@type", "sc:Dataset");
        all.put("name", name);
        all.put(
                "description",
                facts.plan().about().isBlank()
                        ? "Preference and critique data made by the workflow " + name
                        : facts.plan().about());
        all.put("conformsTo", "http://mlcommons.org/croissant/1.1");
        all.put("license", "other: see the card, README.md");
        all.put("version", "1.0.0");
        Map<String, Object> creator = new LinkedHashMap<>();
        creator.put("@type", "sc:Organization");
        creator.put("name", NOBODY);
        all.put("creator", creator);
        all.put(
                "citeAs",
                "@misc{" + name.replaceAll("[^A-Za-z0-9]", "-") + ", title={" + name + "}, note={Made with Fellowship "
                        + facts.making().version() + ", plan " + Fingerprint.of(facts.plan()) + "}}");
        if (!facts.languages().isEmpty()) {
            all.put("inLanguage", facts.languages());
        }
        all.put("keywords", FrontMatter.tags(facts.written()));
        all.putAll(new ResponsibleUse(facts).plain());
        all.put("distribution", configs.stream().map(Croissant::file).toList());
        all.put("recordSet", configs.stream().map(Croissant::records).toList());
        return all;
    }

    private static Map<String, Object> file(FrontMatter.Config config) {
        Map<String, Object> file = new LinkedHashMap<>();
        file.put("@type", "cr:FileObject");
        file.put("@id", config.file().path());
        file.put("name", config.file().path());
        file.put("contentUrl", config.file().path());
        file.put("contentSize", config.file().bytes() + " B");
        file.put("encodingFormat", "application/jsonlines");
        file.put("sha256", config.file().sha256());
        return file;
    }

    private static Map<String, Object> records(FrontMatter.Config config) {
        Map<String, Object> records = new LinkedHashMap<>();
        records.put("@type", "cr:RecordSet");
        records.put("@id", config.name());
        records.put("name", config.name());
        records.put("description", config.file().rows() + " rows, split train");
        List<Map<String, Object>> fields = new ArrayList<>();
        for (Feature feature : config.features()) {
            if (!feature.list().isEmpty()) {
                fields.add(messages(config, feature));
            } else if (!feature.dtype().equals("json")) {
                Map<String, Object> field = field(config.name() + "/" + feature.name(), feature.name());
                field.put("dataType", type(feature.dtype()));
                field.put("source", source(config, feature.name()));
                fields.add(field);
            }
        }
        records.put("field", fields);
        return records;
    }

    private static Map<String, Object> field(String id, String name) {
        Map<String, Object> field = new LinkedHashMap<>();
        field.put("@type", "cr:Field");
        field.put("@id", id);
        field.put("name", name);
        return field;
    }

    /** A list of objects of any length. */
    private static Map<String, Object> messages(FrontMatter.Config config, Feature feature) {
        Map<String, Object> field = field(config.name() + "/" + feature.name(), feature.name());
        field.put("isArray", true);
        field.put("arrayShape", "-1");
        field.put("source", source(config, feature.name()));
        List<Map<String, Object>> parts = new ArrayList<>();
        for (Feature part : feature.list()) {
            Map<String, Object> sub = field(config.name() + "/" + feature.name() + "/" + part.name(), part.name());
            sub.put("dataType", type(part.dtype()));
            Map<String, Object> source = source(config, feature.name());
            source.put("transform", Map.of("jsonPath", part.name()));
            sub.put("source", source);
            parts.add(sub);
        }
        field.put("subField", parts);
        return field;
    }

    private static Map<String, Object> source(FrontMatter.Config config, String column) {
        Map<String, Object> source = new LinkedHashMap<>();
        source.put("fileObject", Map.of("@id", config.file().path()));
        source.put("extract", Map.of("column", column));
        return source;
    }

    private static String type(String dtype) {
        return switch (dtype) {
            case "float64" -> "cr:Float64";
            case "int64" -> "sc:Integer";
            case "bool" -> "sc:Boolean";
            default -> "sc:Text";
        };
    }
}
