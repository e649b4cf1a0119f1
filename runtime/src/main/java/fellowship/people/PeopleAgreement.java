package fellowship.people;

import fellowship.stats.Dimension;
import fellowship.stats.Finding;
import fellowship.stats.Findings;
import fellowship.stats.Ratings;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** How people and the run agree on the pairs of one set. */
public final class PeopleAgreement {

    /** The name of what the run chose, among annotators. */
    public static final String RUN = "run";

    private static final Findings FINDINGS = new Findings(Dimension.NOMINAL, new Findings.Chance(0.95, 1000, 0));

    private PeopleAgreement() {}

    /**
     * All that was said of pairs that a person judged: by item, then by annotator, the run first. Labels of pairs that the
     * run no longer has are left out.
     *
     * @param called what people are called: their names, or what others may read
     */
    public static Map<String, Map<String, String>> table(
            PairIndex index, List<Person> people, Function<Person, String> called) {
        Map<String, Map<String, String>> said = new LinkedHashMap<>();
        Map<String, PairPlace> places = new HashMap<>();
        index.places().forEach(place -> places.put(place.item(), place));
        for (Person person : people) {
            for (PersonLabel label : person.labels(index.set())) {
                PairPlace place = places.get(label.item());
                if (place != null) {
                    label.said(place.first(), place.second())
                            .ifPresent(outcome -> said.computeIfAbsent(label.item(), item -> begin(place))
                                    .put(called.apply(person), LabelLines.word(outcome)));
                }
            }
        }
        return said;
    }

    private static Map<String, String> begin(PairPlace place) {
        Map<String, String> row = new LinkedHashMap<>();
        place.run().ifPresent(outcome -> row.put(RUN, LabelLines.word(outcome)));
        return row;
    }

    /** The same as a table of ratings, with this many annotators in their order. */
    public static Ratings<String> ratings(Map<String, Map<String, String>> table) {
        Ratings.Builder<String> builder = Ratings.builder();
        table.forEach((item, row) -> row.forEach((annotator, label) -> builder.add(item, annotator, label)));
        return builder.build();
    }

    /**
     * One person against another, or against the run.
     *
     * @param other whom
     * @param items of how many pairs both said something
     * @param findings share of equal labels (Wilson's interval) and Cohen's κ (analytic)
     */
    public record With(String other, int items, List<Finding> findings) {
        public With {
            findings = List.copyOf(findings);
        }
    }

    /**
     * What one person's labels come to against the run and everybody else.
     *
     * @param mine the labels that count
     */
    public static List<With> of(PairIndex index, List<PersonLabel> mine, List<Person> others) {
        Set<String> judged = new HashSet<>();
        mine.forEach(label -> judged.add(label.item()));
        Person me = new Person("", 0, mine);
        List<Person> all = new ArrayList<>(List.of(me));
        all.addAll(others);
        Map<String, Map<String, String>> table = table(index, all, person -> person == me ? "" : person.name());
        table.keySet().retainAll(judged);
        if (table.isEmpty()) {
            return List.of();
        }
        Ratings<String> ratings = ratings(table);
        int own = ratings.annotators().indexOf("");
        List<With> found = new ArrayList<>();
        for (int i = 0; i < ratings.annotators().size(); i++) {
            if (i != own) {
                Ratings.Paired<String> paired = ratings.pair(i, own);
                found.add(new With(ratings.annotators().get(i), paired.size(), FINDINGS.ofTwo(paired, "agreement")));
            }
        }
        return found;
    }
}
