package fellowship.cli;

import fellowship.cli.agree.Asked;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Where labels stand in a table. */
final class AgreeColumns {

    @Option(
            names = "--item",
            paramLabel = "COLUMN",
            description = "What was judged. Default: item, else id, else the row")
    Optional<String> item = Optional.empty();

    @Option(
            names = "--annotator",
            paramLabel = "COLUMN",
            description = "Who judged, in a table with a row a judgment. Default: annotator")
    Optional<String> annotator = Optional.empty();

    @Option(names = "--label", paramLabel = "COLUMN", description = "What was said: labels. Default: label")
    Optional<String> label = Optional.empty();

    @Option(names = "--score", paramLabel = "COLUMN", description = "What was said: numbers. Default: score")
    Optional<String> score = Optional.empty();

    @Option(
            names = "--columns",
            split = ",",
            paramLabel = "COLUMN",
            description = "The annotators, in a table with a row an item. Default: all columns but the item")
    List<String> columns = List.of();

    @Option(
            names = "--first",
            paramLabel = "COLUMN",
            description = "Who wrote the first candidate, for --rule peer-rank.")
    Optional<String> first = Optional.empty();

    @Option(names = "--second", paramLabel = "COLUMN", description = "Who wrote the second candidate.")
    Optional<String> second = Optional.empty();

    Asked.Shape shape() {
        return new Asked.Shape(item, annotator, label, score, columns, first, second);
    }
}
