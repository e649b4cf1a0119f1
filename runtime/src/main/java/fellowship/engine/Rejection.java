package fellowship.engine;

import java.util.List;

/**
 * Why a row could not go on.
 *
 * @param step the step that failed
 * @param reason a short code, for example {@code unreadable}, {@code filtered-output}, {@code script-error}
 * @param message what happened, for a person
 * @param raw the first part of what the model said, empty when it said nothing
 * @param calls the keys of the calls whose answers were no use, so that they can be asked again
 */
public record Rejection(String step, String reason, String message, String raw, List<String> calls) {

    /** Most characters of a model's answer that are kept. */
    static final int RAW_LIMIT = 65_536;

    public Rejection {
        calls = List.copyOf(calls);
        raw = raw.length() > RAW_LIMIT ? raw.substring(0, RAW_LIMIT) : raw;
    }
}
