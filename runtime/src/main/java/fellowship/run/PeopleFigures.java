package fellowship.run;

import fellowship.dataset.Written;
import fellowship.dataset.WrittenDataset;
import fellowship.people.PairIndex;
import fellowship.people.People;
import fellowship.people.PeopleAgreement;
import fellowship.people.Person;
import fellowship.plan.DatasetType;
import fellowship.stats.AgreementTable;
import fellowship.stats.Ratings;
import fellowship.tally.AgreementFigures;
import fellowship.tally.Share;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How people who judged pairs of a run agree with what it chose and with each other, data set by data set. */
final class PeopleFigures {

    private static final double LEVEL = 0.95;
    private static final int RESAMPLES = 1000;

    private PeopleFigures() {}

    /** One for each data set of which people judged pairs that it still has. */
    static List<AgreementFigures> of(Path folder, People people, Written written) {
        List<AgreementFigures> found = new ArrayList<>();
        for (WrittenDataset dataset : written.datasets()) {
            List<Person> judged = people.of(dataset.name());
            if (dataset.context().output().type() == DatasetType.DPO && !judged.isEmpty()) {
                of(folder, dataset.name(), judged).ifPresent(found::add);
            }
        }
        return found;
    }

    private static Optional<AgreementFigures> of(Path folder, String set, List<Person> judged) {
        Map<String, Map<String, String>> table;
        try {
            table = PeopleAgreement.table(PairIndex.read(folder, set), judged, Person::publicName);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (table.isEmpty()) {
            return Optional.empty();
        }
        Ratings<String> ratings = PeopleAgreement.ratings(table);
        return Optional.of(new AgreementFigures(
                "people on the pairs of " + set,
                ratings.annotators(),
                ratings.items().size(),
                0,
                LEVEL,
                Map.of(),
                AgreementTable.ofLabels(
                        ratings,
                        Optional.empty(),
                        EnumSet.of(
                                AgreementTable.Kind.percent,
                                AgreementTable.Kind.kappa,
                                AgreementTable.Kind.krippendorff),
                        LEVEL,
                        RESAMPLES),
                List.of(),
                new Share(0, 0)));
    }
}
