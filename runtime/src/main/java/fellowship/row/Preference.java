package fellowship.row;

import java.util.OptionalDouble;

/**
 * One answer preferred to another.
 *
 * @param chosen the better one
 * @param rejected the other one
 * @param margin the difference of their scores, above 0, on the scale they were scored on
 * @param policy how the two were picked, for example {@code best-worst}
 */
public record Preference(Draft chosen, Draft rejected, OptionalDouble margin, String policy) {}
