package fellowship.engine;

import fellowship.prompt.Answer;
import fellowship.row.Reply;
import java.util.List;

/**
 * An answer with the reply it was read from.
 *
 * @param answer what could be read
 * @param reply the last reply, that of the repair turn where there was one
 * @param calls the keys of all calls it took
 */
record Asked<T>(Answer<T> answer, Reply reply, List<String> calls) {

    Asked {
        calls = List.copyOf(calls);
    }
}
