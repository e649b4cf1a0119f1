package fellowship.export.form;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A column, or a part of one. Every row has every one of them, of one type.
 *
 * @param name in its line or object; {@code element} in a list
 * @param kind what it holds
 * @param inner the fields of an object, or the one of a list's elements
 */
public record Field(String name, Kind kind, List<Field> inner) {

    /** What a field holds. */
    public enum Kind {
        TEXT("string"),
        DECIMAL("float64"),
        WHOLE("int64"),
        YES_NO("bool"),
        /** A path or an address in JSON lines; bytes and path in Parquet. */
        PICTURE("image"),
        OBJECT(""),
        LIST("");

        private final String dtype;

        Kind(String dtype) {
            this.dtype = dtype;
        }
    }

    public Field {
        inner = List.copyOf(inner);
    }

    static Field text(String name) {
        return new Field(name, Kind.TEXT, List.of());
    }

    static Field decimal(String name) {
        return new Field(name, Kind.DECIMAL, List.of());
    }

    static Field whole(String name) {
        return new Field(name, Kind.WHOLE, List.of());
    }

    static Field yesNo(String name) {
        return new Field(name, Kind.YES_NO, List.of());
    }

    static Field object(String name, Field... inner) {
        return new Field(name, Kind.OBJECT, List.of(inner));
    }

    static Field list(String name, Field element) {
        return new Field(name, Kind.LIST, List.of(element));
    }

    static Field texts(String name) {
        return list(name, text("element"));
    }

    static Field pictures(String name) {
        return list(name, new Field("element", Kind.PICTURE, List.of()));
    }

    /** The field as the {@code datasets} library describes features in a Parquet file's {@code huggingface} key. */
    public Map<String, Object> feature() {
        Map<String, Object> feature = new LinkedHashMap<>();
        switch (kind) {
            case OBJECT -> inner.forEach(field -> feature.put(field.name(), field.feature()));
            case LIST -> {
                feature.put("feature", inner.get(0).feature());
                feature.put("_type", "List");
            }
            case PICTURE -> feature.put("_type", "Image");
            default -> {
                feature.put("dtype", kind.dtype);
                feature.put("_type", "Value");
            }
        }
        return feature;
    }

    /** Whether pictures are in it. */
    public boolean shows() {
        return kind == Kind.PICTURE || inner.stream().anyMatch(Field::shows);
    }
}
