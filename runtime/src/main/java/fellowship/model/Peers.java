package fellowship.model;

import java.util.function.DoubleConsumer;

/** The processes on this machine that use the same account. */
interface Peers {

    /** There are no others. */
    Peers NONE = new Peers() {};

    /**
     * Takes part for as long as the returned handle is open.
     *
     * @param account names it, without telling its key
     * @param share hears this process's part whenever it changes: above 0, up to 1; 0 while others have to hear of this
     *     process first. Called at least once, soon
     */
    default Runnable join(String account, DoubleConsumer share) {
        share.accept(1);
        return () -> {};
    }
}
