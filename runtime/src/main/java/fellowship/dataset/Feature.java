package fellowship.dataset;

import fellowship.plan.Column;
import java.util.List;

/**
 * A column of a data set as loaders are told of it.
 *
 * @param name the column
 * @param dtype {@code string}, {@code float64}, {@code int64}, {@code bool}, {@code json}; empty for a list of objects
 * @param list what the objects of a list hold
 */
public record Feature(String name, String dtype, List<Feature> list) {

    public Feature {
        list = List.copyOf(list);
    }

    static Feature text(String name) {
        return new Feature(name, "string", List.of());
    }

    static Feature decimal(String name) {
        return new Feature(name, "float64", List.of());
    }

    static Feature yesNo(String name) {
        return new Feature(name, "bool", List.of());
    }

    static Feature list(String name, Feature... fields) {
        return new Feature(name, "", List.of(fields));
    }

    static Feature messages(String name) {
        return list(name, text("role"), text("content"));
    }

    static Feature of(Column column) {
        return switch (column.kind()) {
            case TEXT -> text(column.name());
            case WHOLE -> new Feature(column.name(), "int64", List.of());
            case DECIMAL -> decimal(column.name());
            case YES_NO -> yesNo(column.name());
            case LIST, MAP, ANY -> new Feature(column.name(), "json", List.of());
        };
    }
}
