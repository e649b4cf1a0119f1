package fellowship.dataset;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The JSON-LD context that Croissant 1.1 prescribes, word for word. */
final class CroissantContext {

    private static final List<String> CR = List.of(
            "arrayShape",
            "citeAs",
            "column",
            "containedIn",
            "equivalentProperty",
            "extract",
            "field",
            "fileProperty",
            "fileObject",
            "fileSet",
            "format",
            "includes",
            "isArray",
            "isLiveDataset",
            "jsonPath",
            "key",
            "md5",
            "parentField",
            "path",
            "recordSet",
            "references",
            "regex",
            "repeated",
            "replace",
            "samplingRate",
            "separator",
            "source",
            "subField",
            "transform");

    private CroissantContext() {}

    static Map<String, Object> of() {
        Map<String, Object> context = new LinkedHashMap<>();
        context.put("@language", "en");
        context.put("@vocab", "https://schema.org/");
        context.put("cr", "http://mlcommons.org/croissant/");
        context.put("rai", "http://mlcommons.org/croissant/RAI/");
        context.put("dct", "http://purl.org/dc/terms/");
        context.put("sc", "https://schema.org/");
        context.put("conformsTo", "dct:conformsTo");
        CR.forEach(word -> context.put(word, "cr:" + word));
        context.put("data", typed("cr:data", "@json"));
        context.put("dataType", typed("cr:dataType", "@vocab"));
        context.put("examples", typed("cr:examples", "@json"));
        context.put("name", Map.of("@container", "@language"));
        context.put("description", Map.of("@container", "@language"));
        return context;
    }

    private static Map<String, Object> typed(String id, String type) {
        Map<String, Object> typed = new LinkedHashMap<>();
        typed.put("@id", id);
        typed.put("@type", type);
        return typed;
    }
}
