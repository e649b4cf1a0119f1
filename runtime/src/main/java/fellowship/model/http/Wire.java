package fellowship.model.http;

import reactor.core.publisher.Mono;

/** The network beneath a transport. {@link NettyWire} in the product; a simulated run has one of its own. */
@FunctionalInterface
interface Wire {

    /**
     * Sends one request and brings back its whole answer; fails with whatever went wrong. No deadline: that is the
     * transport's.
     *
     * @param progress is told how far it has come
     */
    Mono<HttpReply> post(Line line, String path, byte[] body, Progress progress);

    /** How far a try has come. */
    interface Progress {

        /** There is a connection, and the request is on its way. */
        void sending();

        /** The head of the answer is there. */
        void answering(int status);
    }
}
