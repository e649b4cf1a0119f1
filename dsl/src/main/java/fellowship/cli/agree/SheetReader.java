package fellowship.cli.agree;

import fellowship.dataset.Table;

/** What a table says, from one shape of it. */
interface SheetReader {

    /** @throws AgreeException where columns are missing or cells hold what is no label */
    Sheet read(Table table);

    /**
     * The reader for a table: with a row a judgment where its columns are named or one is called {@code annotator}, else with a row an item
     * and a column an annotator.
     */
    static SheetReader of(Asked asked, Table table) {
        Asked.Shape shape = asked.shape();
        boolean named = shape.annotator().isPresent()
                || shape.label().isPresent()
                || shape.score().isPresent();
        if (named && !shape.columns().isEmpty()) {
            throw AgreeException.usage(
                    "--columns is for a table with a row an item, --annotator, --label and --score are for one"
                            + " with a row a judgment; give one or the other");
        }
        boolean called = table.columns().contains("annotator");
        return named || shape.columns().isEmpty() && called ? new LongTable(asked) : new WideTable(asked);
    }
}
