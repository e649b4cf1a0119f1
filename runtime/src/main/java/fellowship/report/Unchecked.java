package fellowship.report;

import fellowship.people.Person;
import fellowship.plan.Judge;
import fellowship.plan.Plan;
import fellowship.tally.AgreementFigures;
import fellowship.tally.TallyFigures;
import java.util.ArrayList;
import java.util.List;

/** What nobody looked at: figures mislead most by what they leave out. */
final class Unchecked {

    private Unchecked() {}

    static Chapter of(Plan plan, TallyFigures figures, List<AgreementFigures> agreements) {
        List<String> points = new ArrayList<>();
        boolean people = agreements.stream()
                .flatMap(agreement -> agreement.annotators().stream())
                .anyMatch(name -> name.startsWith(Person.PUBLIC));
        if (!people && agreements.stream().noneMatch(agreement -> agreement.gold() > 0)) {
            points.add("No label was compared with a person's or with a known answer. Say what is right in"
                    + " agreement … against to have it measured.");
        }
        List<Judge> comparing = plan.judges().stream()
                .filter(judge -> judge.marking().form().sideBySide())
                .filter(judge -> figures.judges().stream()
                        .anyMatch(one ->
                                (one.name().equals(judge.name()) || one.name().startsWith(judge.name() + " as "))
                                        && one.votes().total() > 0))
                .toList();
        names(comparing, judge -> judge.plants() == 0)
                .ifPresent(who -> points.add(
                        "No worthless answers were planted for " + who + ": whether it can be fooled is not known."));
        names(comparing, judge -> !judge.orders().both() && figures.debates().isEmpty())
                .ifPresent(
                        who -> points.add(who + " saw each pair in one order only: flips cannot be counted, and what it"
                                + " likes about the first place is in the labels."));
        if (figures.families() == 1 && figures.judges().size() > 1) {
            points.add("All judges are of one model family: what they share cannot be seen in their agreement.");
        }
        points.add(
                "Answers that try to instruct the judge were not tried, and data sets were not searched for benchmark"
                        + " questions, personal data or near-duplicates.");
        return new Chapter.Draft("What was not checked").points(points).done();
    }

    private static java.util.Optional<String> names(List<Judge> judges, java.util.function.Predicate<Judge> test) {
        List<String> names = judges.stream().filter(test).map(Judge::name).toList();
        return names.isEmpty() ? java.util.Optional.empty() : java.util.Optional.of(String.join(", ", names));
    }
}
