package fellowship.script.read;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.codehaus.groovy.ast.ASTNode;
import org.codehaus.groovy.ast.expr.ClosureExpression;

/** What can be said of a leaf before the first row: that it names nothing that is not there. */
final class Leaves {

    private final Language language;
    private final Views views;
    private final Map<String, RecordData> records;

    Leaves(Language language, Views views, Map<String, RecordData> records) {
        this.language = language;
        this.views = views;
        this.records = records;
    }

    List<Refused> check(ClosureExpression leaf, Scope scope) {
        List<Refused> found = new ArrayList<>();
        Names names = new Names(leaf);
        Map<String, ASTNode> words = new LinkedHashMap<>(names.words());
        words.keySet().removeAll(language.functions().keySet());
        words.forEach((name, at) -> found.add(new Refused(
                "'" + name
                        + "' cannot be said here; this closure may look only at its row, and at text, numbers, "
                        + "lists, maps and records",
                at)));
        Set<String> used = names.used();
        names.variables().forEach((name, at) -> {
            if (used.contains(name)) {
                variable(name, at, scope, found);
            }
        });
        Set<String> functions = new TreeSet<>(Functions.names());
        records.values().forEach(record -> functions.addAll(record.names()));
        names.functions().forEach((name, at) -> {
            if (!functions.contains(name)) {
                found.add(new Refused(
                        "there is no '" + name + "' in a script that is read" + Walker.near(name, functions), at));
            }
        });
        if (closed()) {
            Set<String> properties = views.names();
            properties.add("empty");
            records.values().forEach(record -> properties.addAll(record.names()));
            names.properties().forEach((name, at) -> {
                if (!properties.contains(name)) {
                    found.add(new Refused("no row has '" + name + "'" + Walker.near(name, properties), at));
                }
            });
        }
        return found;
    }

    /** Where rows hold maps, any property may be a key of one. */
    private boolean closed() {
        return records.values().stream()
                .flatMap(record -> record.components().stream())
                .noneMatch(component -> Map.class.isAssignableFrom(component.type())
                        || Collection.class.isAssignableFrom(component.type())
                        || component.type() == Object.class);
    }

    private void variable(String name, ASTNode at, Scope scope, List<Refused> found) {
        if (scope.knows(name)) {
            Object value = scope.value(name);
            if (!Values.isPlain(value) && !(value instanceof java.nio.file.Path)) {
                found.add(new Refused(
                        "'" + name
                                + "' is no plain value, and no row can use it; this closure may look only at its row, "
                                + "and at text, numbers, lists, maps and records",
                        at));
            }
            return;
        }
        boolean known = records.containsKey(name)
                || language.constants().containsKey(name)
                || language.enums().containsKey(name)
                || name.equals("Math");
        if (!known) {
            found.add(new Refused("no variable '" + name + "'" + Walker.near(name, scope.names()), at));
        }
    }
}
