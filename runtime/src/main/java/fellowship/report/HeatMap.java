package fellowship.report;

import java.util.ArrayList;
import java.util.List;

/** A matrix of numbers as cells that are the stronger coloured the further they lie from a middle. */
final class HeatMap {

    private static final double LEFT = 215;
    private static final double HIGH = 34;
    private static final double TOP = 46;

    private final String title;
    private final List<String> rows;
    private final List<String> columns;
    private final double middle;
    private final double reach;
    private final List<Cell> cells = new ArrayList<>();

    private record Cell(int row, int column, double value, String told, boolean marked) {}

    /**
     * @param middle the number without colour
     * @param reach how far from it the colour is full
     */
    HeatMap(String title, List<String> rows, List<String> columns, double middle, double reach) {
        this.title = title;
        this.rows = List.copyOf(rows);
        this.columns = List.copyOf(columns);
        this.middle = middle;
        this.reach = reach;
    }

    /** @param marked whether it is framed */
    void cell(int row, int column, double value, String told, boolean marked) {
        cells.add(new Cell(row, column, value, told, marked));
    }

    String svg() {
        double wide = Math.min(150, Math.max(56, 430.0 / Math.max(1, columns.size())));
        int letters = (int) (wide / 6.2);
        // Names that find no room over a column are there as the numbers of the rows.
        boolean numbered = rows.equals(columns) && columns.stream().anyMatch(name -> name.length() > letters);
        StringBuilder described = new StringBuilder();
        cells.forEach(cell -> described
                .append(rows.get(cell.row()))
                .append(", ")
                .append(columns.get(cell.column()))
                .append(": ")
                .append(cell.told())
                .append(". "));
        Svg svg = new Svg(
                Math.max(660, LEFT + wide * columns.size() + 4),
                TOP + rows.size() * HIGH + 6,
                title,
                described.toString().strip());
        svg.text("head", 0, 14, "start", title);
        for (int i = 0; i < columns.size(); i++) {
            svg.text(
                    "tick",
                    LEFT + wide * (i + 0.5),
                    TOP - 8,
                    "middle",
                    numbered ? String.valueOf(i + 1) : Svg.cut(columns.get(i), letters));
        }
        for (int i = 0; i < rows.size(); i++) {
            svg.text(
                    "label",
                    LEFT - 12,
                    TOP + HIGH * i + HIGH / 2 + 4,
                    "end",
                    Svg.cut(rows.get(i), 31) + (numbered ? "  " + (i + 1) : ""));
        }
        for (Cell cell : cells) {
            double x = LEFT + wide * cell.column();
            double y = TOP + HIGH * cell.row();
            double strength = Math.min(1, Math.abs(cell.value() - middle) / reach);
            svg.rect("cell", x + 1, y + 1, wide - 2, HIGH - 2, 1);
            svg.rect(
                    cell.value() >= middle ? "bar" : "bar-two",
                    x + 1,
                    y + 1,
                    wide - 2,
                    HIGH - 2,
                    0.08 + 0.62 * strength);
            if (cell.marked()) {
                svg.rect("frame", x + 1.5, y + 1.5, wide - 3, HIGH - 3, 1);
            }
            svg.text("cell-text", x + wide / 2, y + HIGH / 2 + 4, "middle", cell.told());
        }
        return svg.toString();
    }
}
