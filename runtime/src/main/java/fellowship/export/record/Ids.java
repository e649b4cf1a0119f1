package fellowship.export.record;

import fellowship.text.Sha256;
import java.util.List;

/** Ids for records that have none: made of their texts, so that they stay the same from run to run. */
final class Ids {

    private static final int DIGITS = 16;

    private Ids() {}

    @SafeVarargs
    static String of(List<Said>... conversations) {
        StringBuilder parts = new StringBuilder();
        for (List<Said> conversation : conversations) {
            parts.append(conversation.size()).append('|');
            for (Said said : conversation) {
                parts.append(said.role())
                        .append(said.content().length())
                        .append(':')
                        .append(said.content());
            }
        }
        return Sha256.of(parts.toString()).substring(0, DIGITS);
    }
}
