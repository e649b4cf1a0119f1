package fellowship.export.verify;

import java.util.Optional;

/**
 * @param rows how many lines the file has
 * @param errors how many findings are errors
 * @param warnings how many are not
 * @param type the type that the file was held to; absent where none was recognised
 */
public record Verified(long rows, long errors, long warnings, Optional<String> type) {}
