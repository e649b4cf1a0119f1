package fellowship.report;

import fellowship.dataset.CardSection;
import fellowship.dataset.TextFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code timing.html}: where the time of one process went, a lane for each asker and model. It tells of clocks, so it is a
 * page of its own: the report and all else in the run folder have the same bytes for the same answers.
 */
public final class TimePage {

    /** The file in the run folder. */
    public static final String FILE = "timing.html";

    private static final double LEFT = 190;
    private static final double ROOM = 620;
    private static final double HIGH = 58;
    private static final double LANE = 84;
    private static final double TOP = 46;

    private TimePage() {}

    /**
     * Writes the page into the run folder.
     *
     * @param seconds that each slot of a lane lasts
     */
    public static void write(Path folder, String run, double seconds, List<TimeLane> lanes) {
        TextFile.write(folder, FILE, of(run, seconds, lanes));
    }

    static String of(String run, double seconds, List<TimeLane> lanes) {
        Page page = new Page(run + ": where the time went");
        page.raw("<header class=\"top\">").element("h1", "", run).element("p", "about", "Where the time went");
        page.raw("</header><main><section>");
        page.element(
                "p",
                "",
                "Calls that set out in the last process of this run, from left to right over its time. Where a lane's"
                        + " band of waiting is high, its model is what the run waits for; where a lane is empty, nothing"
                        + " was there to ask.");
        page.raw("<div class=\"plots\"><figure>" + svg(seconds, lanes) + "</figure></div>");
        List<List<String>> rows = new ArrayList<>();
        for (TimeLane lane : lanes) {
            rows.add(List.of(
                    lane.asker(),
                    lane.model(),
                    Figure.count(lane.calls()),
                    Figure.number(lane.waited(seconds)),
                    Figure.number(lane.served(seconds)),
                    Figure.number(lane.kept(seconds)),
                    Figure.percent(lane.idle())));
        }
        page.blocks(List.of(CardSection.Table.of(
                2,
                List.of("who", "model", "calls", "waited, s", "at the provider, s", "being kept, s", "idle"),
                rows)));
        page.element(
                "p",
                "quiet",
                "Seconds are means of a call. Idle is the share of time, from a lane's first call to its last, in which"
                        + " none of its calls was at the provider.");
        return page.raw("</section></main>").toString();
    }

    private static String svg(double seconds, List<TimeLane> lanes) {
        int slots =
                lanes.stream().mapToInt(lane -> lane.atProvider().size()).max().orElse(1);
        double step = ROOM / slots;
        Svg svg = new Svg(
                LEFT + ROOM + 10,
                TOP + lanes.size() * LANE + 20,
                "Where the time went",
                "Calls under way over time, for each asker and model: waiting, at the provider, being kept.");
        svg.rect("bar-quiet", LEFT, 4, 12, 12, 1).text("label", LEFT + 18, 15, "start", "waiting for their turn");
        svg.rect("bar", LEFT + 170, 4, 12, 12, 1).text("label", LEFT + 188, 15, "start", "at the provider");
        svg.rect("bar-two", LEFT + 300, 4, 12, 12, 1).text("label", LEFT + 318, 15, "start", "being kept");
        for (int i = 0; i < lanes.size(); i++) {
            lane(svg, lanes.get(i), TOP + i * LANE, step);
        }
        double bottom = TOP + lanes.size() * LANE - LANE + HIGH + 16;
        for (int i = 0; i <= 4; i++) {
            svg.text(
                    "tick",
                    LEFT + ROOM * i / 4,
                    bottom,
                    i == 4 ? "end" : i == 0 ? "start" : "middle",
                    Figure.number(slots * seconds * i / 4) + " s");
        }
        return svg.toString();
    }

    private static void lane(Svg svg, TimeLane lane, double top, double step) {
        double floor = top + HIGH;
        double scale = lane.most() > 0 ? HIGH / lane.most() : 0;
        double[] ground = new double[lane.atProvider().size()];
        java.util.Arrays.fill(ground, floor);
        double[] served = above(ground, lane.atProvider(), scale);
        double[] kept = above(served, lane.keeping(), scale);
        double[] waited = above(kept, lane.waiting(), scale);
        svg.text("label", LEFT - 12, top + 24, "end", Svg.cut(lane.asker(), 26));
        svg.text("tick", LEFT - 12, top + 40, "end", Svg.cut(lane.model(), 30));
        svg.text("tick", LEFT - 12, top + 8, "end", "up to " + Figure.number(lane.most()));
        svg.steps("bar", LEFT, step, ground, served);
        svg.steps("bar-two", LEFT, step, served, kept);
        svg.steps("bar-quiet", LEFT, step, kept, waited);
        svg.line("grid", LEFT, floor, LEFT + ROOM, floor);
    }

    private static double[] above(double[] ground, List<Double> slots, double scale) {
        double[] line = new double[ground.length];
        for (int i = 0; i < line.length; i++) {
            line[i] = ground[i] - slots.get(i) * scale;
        }
        return line;
    }
}
