package fellowship.export.parquet;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The columns of a file, and rows taken apart into its leaves (Melnik et al., "Dremel", 2010). A list is the specification's
 * three levels: {@code group NAME (LIST) { repeated group list { element } }}.
 */
final class Schema {

    private static final int REQUIRED = 0;
    private static final int OPTIONAL = 1;
    private static final int REPEATED = 2;
    private static final int UTF8 = 0;
    private static final int LIST = 3;

    private final List<Node> roots = new ArrayList<>();
    private final List<Leaf> leaves = new ArrayList<>();

    /** A column with its leaf, or with what is below it. */
    private record Node(Column column, @Nullable Leaf leaf, List<Node> inner) {}

    Schema(List<Column> columns) {
        columns.forEach(column -> roots.add(node(column, List.of(), 0, 0)));
    }

    private Node node(Column column, List<String> above, int repeated, int defined) {
        List<String> path = new ArrayList<>(above);
        path.add(column.name());
        int there = defined + (column.optional() ? 1 : 0);
        if (column.kind().leaf()) {
            Leaf leaf = new Leaf(path, column, repeated, there);
            leaves.add(leaf);
            return new Node(column, leaf, List.of());
        }
        boolean list = column.kind() == Column.Kind.LIST;
        if (list) {
            path.add("list");
        }
        int step = list ? 1 : 0;
        List<Node> inner = column.inner().stream()
                .map(one -> node(one, path, repeated + step, there + step))
                .toList();
        return new Node(column, null, inner);
    }

    List<Leaf> leaves() {
        return leaves;
    }

    long held() {
        return leaves.stream().mapToLong(Leaf::held).sum();
    }

    void shred(Map<String, ? extends @Nullable Object> row) {
        roots.forEach(root -> shred(root, row.get(root.column().name()), 0, 0, 0));
        leaves.forEach(Leaf::rowEnds);
    }

    /**
     * @param repeated the level at which this value repeats one before it
     * @param defined how much above it is there: optional columns that are not null, lists that are not empty
     * @param depth how many lists stand above it
     */
    private void shred(Node node, @Nullable Object value, int repeated, int defined, int depth) {
        Column column = node.column();
        if (value == null && column.optional()) {
            nothing(node, repeated, defined);
            return;
        }
        int there = defined + (column.optional() ? 1 : 0);
        if (node.leaf() != null) {
            node.leaf().add(needed(column, value, type(column)), repeated);
        } else if (column.kind() == Column.Kind.LIST) {
            List<?> items = (List<?>) needed(column, value, List.class);
            if (items.isEmpty()) {
                nothing(node, repeated, there);
            }
            for (int i = 0; i < items.size(); i++) {
                shred(node.inner().get(0), items.get(i), i == 0 ? repeated : depth + 1, there + 1, depth + 1);
            }
        } else {
            Map<?, ?> group = (Map<?, ?>) needed(column, value, Map.class);
            node.inner().forEach(inner -> shred(inner, group.get(inner.column().name()), repeated, there, depth));
        }
    }

    private static Class<?> type(Column column) {
        return switch (column.kind()) {
            case TEXT -> String.class;
            case BYTES -> byte[].class;
            case YES_NO -> Boolean.class;
            default -> Number.class;
        };
    }

    private static Object needed(Column column, @Nullable Object value, Class<?> type) {
        if (value == null || !type.isInstance(value)) {
            throw new IllegalArgumentException("the column '" + column.name() + "' must hold a " + type.getSimpleName()
                    + ", was " + (value == null ? "missing" : value.getClass().getSimpleName()));
        }
        return value;
    }

    private static void nothing(Node node, int repeated, int defined) {
        if (node.leaf() != null) {
            node.leaf().nothing(repeated, defined);
        }
        node.inner().forEach(inner -> nothing(inner, repeated, defined));
    }

    /** The tree as the footer lists it: depth first, each with the number of its children. */
    void describe(Thrift file) {
        List<Element> elements = new ArrayList<>();
        elements.add(new Element("schema", -1, -1, roots.size(), -1));
        roots.forEach(root -> list(root.column(), elements));
        file.structs(2, elements, Element::write);
    }

    /** -1 stands for what is not said. */
    private record Element(String name, int type, int repetition, int children, int converted) {
        private static void write(Thrift made, Element element) {
            if (element.type >= 0) {
                made.whole(1, element.type);
            }
            if (element.repetition >= 0) {
                made.whole(3, element.repetition);
            }
            made.text(4, element.name);
            if (element.children >= 0) {
                made.whole(5, element.children);
            }
            if (element.converted >= 0) {
                made.whole(6, element.converted);
            }
        }
    }

    private static void list(Column column, List<Element> elements) {
        int repetition = column.optional() ? OPTIONAL : REQUIRED;
        if (column.kind().leaf()) {
            int converted = column.kind() == Column.Kind.TEXT ? UTF8 : -1;
            elements.add(new Element(column.name(), column.kind().type, repetition, -1, converted));
            return;
        }
        boolean list = column.kind() == Column.Kind.LIST;
        elements.add(new Element(column.name(), -1, repetition, column.inner().size(), list ? LIST : -1));
        if (list) {
            elements.add(new Element("list", -1, REPEATED, 1, -1));
        }
        column.inner().forEach(inner -> list(inner, elements));
    }
}
