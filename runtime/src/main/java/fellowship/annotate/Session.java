package fellowship.annotate;

import fellowship.people.JudgingOrder;
import fellowship.people.LabelFile;
import fellowship.people.Pair;
import fellowship.people.PairIndex;
import fellowship.people.PairPlace;
import fellowship.people.People;
import fellowship.people.PeopleAgreement;
import fellowship.people.Person;
import fellowship.people.PersonLabel;
import fellowship.row.Outcome;
import fellowship.stats.Finding;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One person at work: which pair comes next, what was said, how far it agrees with others. What it hands out is plain data
 * for the page. Only one request at a time is served.
 */
public final class Session {

    /**
     * Agreement is told for so many labels at a time: told after each, it would betray what the run chose, and a label that
     * is taken back would be given anew in its light.
     */
    static final int AT_A_TIME = 5;

    private final Path run;
    private final PairIndex index;
    private final List<JudgingOrder.Shown> order;
    private final LabelFile file;

    /**
     * @param run the run folder
     * @param order what is to be judged, in this order
     * @param file takes what is said
     */
    public Session(Path run, PairIndex index, List<JudgingOrder.Shown> order, LabelFile file) {
        this.run = run;
        this.index = index;
        this.order = List.copyOf(order);
        this.file = file;
    }

    /** What the page shows now. */
    synchronized Map<String, Object> state() throws IOException {
        Map<String, PersonLabel> said = new LinkedHashMap<>();
        mine().forEach(label -> said.put(label.item(), label));
        Map<String, Object> state = new LinkedHashMap<>();
        List<PersonLabel> done = order.stream()
                .flatMap(shown -> Optional.ofNullable(said.get(shown.place().item())).stream())
                .toList();
        state.put("annotator", file.name());
        state.put("set", index.set());
        state.put("total", order.size());
        state.put("done", done.size());
        state.put(
                "skipped", done.stream().filter(label -> label.said().isEmpty()).count());
        state.put("can_undo", !said.isEmpty());
        Optional<JudgingOrder.Shown> next = next(said);
        if (next.isPresent()) {
            state.put("pair", shown(next.get()));
        }
        state.put("agreement", agreement());
        return state;
    }

    private List<PersonLabel> mine() {
        return file.labels().stream()
                .filter(label -> label.set().equals(index.set()))
                .toList();
    }

    private Optional<JudgingOrder.Shown> next(Map<String, PersonLabel> said) {
        return order.stream()
                .filter(shown -> !said.containsKey(shown.place().item()))
                .findFirst();
    }

    private Map<String, Object> shown(JudgingOrder.Shown shown) throws IOException {
        Pair pair = index.pair(shown.place());
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("item", shown.place().item());
        List<Map<String, String>> turns = new ArrayList<>();
        pair.prompt().forEach(turn -> {
            Map<String, String> one = new LinkedHashMap<>();
            one.put("role", visible(turn.role()));
            one.put("text", visible(turn.text()));
            turns.add(one);
        });
        fields.put("prompt", turns);
        fields.put("left", visible(shown.swapped() ? pair.second() : pair.first()));
        fields.put("right", visible(shown.swapped() ? pair.first() : pair.second()));
        return fields;
    }

    /** Control characters are shown as such. */
    private static String visible(String text) {
        StringBuilder out = new StringBuilder(text.length());
        text.codePoints()
                .forEach(c -> out.appendCodePoint(
                        Character.isISOControl(c) && c != '\n' && c != '\t' || c >= 0xd800 && c <= 0xdfff
                                ? 0xfffd
                                : c));
        return out.toString();
    }

    /**
     * Takes what was said of the pair that is shown; nothing when another one is, as after a second tab or a key that
     * was pressed twice.
     *
     * @param word {@code left}, {@code right}, {@code tie} or {@code skip}
     * @return whether it was taken
     */
    synchronized boolean say(String item, String word) throws IOException {
        Map<String, PersonLabel> said = new LinkedHashMap<>();
        mine().forEach(label -> said.put(label.item(), label));
        Optional<JudgingOrder.Shown> next =
                next(said).filter(shown -> shown.place().item().equals(item));
        Optional<Optional<Outcome>> seen = seen(word);
        if (next.isEmpty() || seen.isEmpty()) {
            return false;
        }
        PairPlace place = next.get().place();
        boolean swapped = next.get().swapped();
        file.add(new PersonLabel(
                index.set(),
                item,
                place.row(),
                seen.get().map(outcome -> swapped ? outcome.swapped() : outcome),
                place.first(),
                place.second(),
                swapped));
        return true;
    }

    private static Optional<Optional<Outcome>> seen(String word) {
        return switch (word) {
            case "left" -> Optional.of(Optional.of(Outcome.FIRST));
            case "right" -> Optional.of(Optional.of(Outcome.SECOND));
            case "tie" -> Optional.of(Optional.of(Outcome.TIE));
            case "skip" -> Optional.of(Optional.empty());
            default -> Optional.empty();
        };
    }

    /** Takes back what was said last; whether there was anything. */
    synchronized boolean undo() throws IOException {
        return file.undo(index.set()).isPresent();
    }

    private List<Map<String, Object>> agreement() {
        List<PersonLabel> mine =
                mine().stream().filter(label -> label.said().isPresent()).toList();
        List<Person> others = People.read(run).people().stream()
                .filter(person -> !person.name().equals(file.name()))
                .toList();
        return PeopleAgreement.of(index, mine.subList(0, mine.size() - mine.size() % AT_A_TIME), others).stream()
                .filter(with -> with.items() > 0)
                .map(Session::plain)
                .toList();
    }

    private static Map<String, Object> plain(PeopleAgreement.With with) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("with", with.other());
        fields.put("pairs", with.items());
        for (Finding finding : with.findings()) {
            Map<String, Object> number = new LinkedHashMap<>();
            finding.value()
                    .value()
                    .ifPresentOrElse(
                            value -> number.put("value", value),
                            () -> number.put("why", finding.value().why()));
            finding.interval().ifPresent(interval -> {
                number.put("low", interval.low());
                number.put("high", interval.high());
            });
            fields.put(finding.name().equals("κ") ? "kappa" : finding.name(), number);
        }
        return fields;
    }

    /** How many of the pairs have been judged or passed over. */
    public synchronized int done() {
        Set<String> said = new HashSet<>();
        mine().forEach(label -> said.add(label.item()));
        return (int) order.stream()
                .filter(shown -> said.contains(shown.place().item()))
                .count();
    }

    public int total() {
        return order.size();
    }
}
