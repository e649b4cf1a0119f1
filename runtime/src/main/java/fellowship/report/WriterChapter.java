package fellowship.report;

import fellowship.stats.WinRate;
import fellowship.tally.TallyFigures;
import fellowship.tally.WriterFigures;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Whom each voice favours. */
final class WriterChapter {

    private WriterChapter() {}

    static Optional<Chapter> of(TallyFigures figures) {
        if (figures.writers().isEmpty()) {
            return Optional.empty();
        }
        List<List<String>> rows = new ArrayList<>();
        List<List<String>> lifts = new ArrayList<>();
        DotPlot plot = DotPlot.numbers("Self-lift (0: it likes its own family no more than others do)", -1, 1, 0);
        for (WriterFigures voice : figures.writers()) {
            voice.rates().forEach(rate -> rows.add(row(voice, rate)));
            if (voice.rates().stream().anyMatch(WriterFigures.Rate::kin)) {
                lifts.add(List.of(
                        voice.voice(),
                        Figure.estimate(voice.selfLift()),
                        Figure.count(voice.selfLift().items())));
                plot.add(voice.voice(), voice.selfLift());
            }
        }
        Chapter.Draft draft = new Chapter.Draft("Who wins before whom")
                .text(
                        "Of pairs by different writers; a tie is half a win. At equal length: the win rate that a logistic model"
                                + " gives for answers of the same length. A star marks judges of the writer's own model family, told"
                                + " by the models' names.")
                .table(2, List.of("voice", "writer", "win rate", "at equal length", "pairs"), rows);
        if (lifts.isEmpty()) {
            draft.text("No judge met an answer of its own model family, as far as names tell.");
        } else {
            draft.text(
                            "Self-lift: how much more often its own family wins before a judge than before the other judges of the"
                                    + " same pairs. Above 0 it favours its own.")
                    .table(1, List.of("voice", "self-lift", "pairs"), lifts);
        }
        draft.plot(map(figures.writers()));
        plot.svg().ifPresent(draft::plot);
        return Optional.of(draft.done());
    }

    private static List<String> row(WriterFigures voice, WriterFigures.Rate rate) {
        WinRate wins = rate.wins();
        return List.of(
                voice.voice(),
                rate.writer().label() + (rate.kin() ? " *" : ""),
                told(wins),
                rate.controlled()
                        .map(found -> Figure.percent(found.rate()) + (found.ridge() ? " (few)" : ""))
                        .orElse(Figure.NONE),
                Figure.count(wins.of(WinRate.Ties.HALF)));
    }

    private static String told(WinRate wins) {
        return Figure.percent(wins.rate(WinRate.Ties.HALF), wins.interval(WinRate.Ties.HALF, 0.95));
    }

    private static String map(List<WriterFigures> voices) {
        Set<String> writers = new LinkedHashSet<>();
        voices.forEach(
                voice -> voice.rates().forEach(rate -> writers.add(rate.writer().label())));
        List<String> columns = List.copyOf(writers);
        HeatMap map = new HeatMap(
                "Win rate of each writer (column) before each voice (row); framed: its own family",
                voices.stream().map(WriterFigures::voice).toList(),
                columns,
                0.5,
                0.5);
        for (int i = 0; i < voices.size(); i++) {
            for (WriterFigures.Rate rate : voices.get(i).rates()) {
                double value = rate.wins().rate(WinRate.Ties.HALF).value().orElse(0.5);
                map.cell(i, columns.indexOf(rate.writer().label()), value, Figure.percent(value), rate.kin());
            }
        }
        return map.svg();
    }
}
