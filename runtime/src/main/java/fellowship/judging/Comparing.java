package fellowship.judging;

import fellowship.row.Draft;
import fellowship.row.Row;
import fellowship.row.Verdict;
import reactor.core.publisher.Mono;

/** Comes to a verdict on two candidates: one judge, a jury or a debate. */
@FunctionalInterface
public interface Comparing {

    /**
     * @return the verdict; {@link fellowship.row.Outcome#UNDECIDED} when too little of what was said could be read
     */
    Mono<Verdict> compare(Row row, Draft first, Draft second);
}
