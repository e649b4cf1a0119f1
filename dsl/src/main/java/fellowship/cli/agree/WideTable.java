package fellowship.cli.agree;

import fellowship.dataset.Table;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A table with a row an item and a column an annotator. Without a column for items (one that is named, or called
 * {@code item} or {@code id}), its rows are the items.
 */
final class WideTable implements SheetReader {

    private final Asked asked;

    WideTable(Asked asked) {
        this.asked = asked;
    }

    @Override
    public Sheet read(Table table) {
        Cells cells = new Cells(table);
        Asked.Shape shape = asked.shape();
        Optional<String> item = shape.item()
                .map(name -> cells.column("--item", name))
                .or(() -> List.of("item", "id").stream()
                        .filter(table.columns()::contains)
                        .filter(name -> !shape.columns().contains(name))
                        .findFirst());
        Set<String> annotators = new LinkedHashSet<>();
        shape.columns().forEach(name -> annotators.add(cells.column("--columns", name)));
        if (shape.columns().isEmpty()) {
            annotators.addAll(table.columns());
            item.ifPresent(annotators::remove);
            shape.first().ifPresent(annotators::remove);
            shape.second().ifPresent(annotators::remove);
        }
        asked.gold().ifPresent(name -> annotators.add(cells.column("--gold", name)));
        Set<String> items = new LinkedHashSet<>();
        List<Said> said = new ArrayList<>();
        Map<String, Sheet.Writers> writers = new LinkedHashMap<>();
        for (Table.Line line : table.rows()) {
            String which = item.map(column -> cells.needed(line, column)).orElseGet(() -> "row " + (items.size() + 1));
            items.add(which);
            for (String who : annotators) {
                cells.text(line, who).ifPresent(text -> said.add(new Said(which, who, text, table.place(line))));
            }
            cells.writers(line, shape).ifPresent(both -> writers.put(which, both));
        }
        asked.gold().ifPresent(annotators::remove);
        return new Sheet(items, annotators, said, writers);
    }
}
