package fellowship.cli.agree;

import fellowship.dataset.Table;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A table with a row a judgment: item, annotator, label or score. Gold is an annotator, or a column of its own. */
final class LongTable implements SheetReader {

    private final Asked asked;

    LongTable(Asked asked) {
        this.asked = asked;
    }

    @Override
    public Sheet read(Table table) {
        Cells cells = new Cells(table);
        Asked.Shape shape = asked.shape();
        if (shape.label().isPresent() && shape.score().isPresent()) {
            throw AgreeException.usage("--label and --score both say what is compared; give one of them");
        }
        String item = cells.column("--item", shape.item().orElse("item"));
        String annotator = cells.column("--annotator", shape.annotator().orElse("annotator"));
        String value = shape.label()
                .map(name -> cells.column("--label", name))
                .or(() -> shape.score().map(name -> cells.column("--score", name)))
                .or(() -> List.of("label", "score").stream()
                        .filter(table.columns()::contains)
                        .findFirst())
                .orElseThrow(() -> AgreeException.data(table.name()
                        + " has no column 'label' or 'score'; name the one to compare with --label or --score: "
                        + String.join(", ", table.columns())));
        Optional<String> goldColumn = asked.gold().filter(table.columns()::contains);
        Set<String> items = new LinkedHashSet<>();
        Set<String> annotators = new LinkedHashSet<>();
        List<Said> said = new ArrayList<>();
        Map<String, Said> gold = new LinkedHashMap<>();
        Map<String, Sheet.Writers> writers = new LinkedHashMap<>();
        for (Table.Line line : table.rows()) {
            String which = cells.needed(line, item);
            String who = cells.needed(line, annotator);
            items.add(which);
            annotators.add(who);
            cells.text(line, value).ifPresent(text -> said.add(new Said(which, who, text, table.place(line))));
            cells.writers(line, shape).ifPresent(both -> writers.put(which, both));
            goldColumn
                    .flatMap(column -> cells.text(line, column))
                    .ifPresent(text -> gold(new Said(which, goldColumn.orElse(""), text, table.place(line)), gold));
        }
        if (goldColumn.filter(annotators::contains).isPresent()) {
            throw AgreeException.data("'" + goldColumn.get() + "' is a column and an annotator; rename one of them");
        }
        said.addAll(gold.values());
        asked.gold().ifPresent(annotators::remove);
        return new Sheet(items, annotators, said, writers);
    }

    private static void gold(Said found, Map<String, Said> gold) {
        Said before = gold.putIfAbsent(found.item(), found);
        if (before != null && !before.text().equals(found.text())) {
            throw AgreeException.data(found.place() + ": gold of item '" + found.item() + "' is '" + found.text()
                    + "', and '" + before.text() + "' at " + before.place() + "; an item has one");
        }
    }
}
