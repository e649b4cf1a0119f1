package fellowship.toxics;

import java.time.Duration;

/** The way to an OpenAI-compatible server, through a proxy that can spoil it. */
interface Route extends AutoCloseable {

    /** The base URL that a client is given; leads through the proxy. */
    String url();

    String model();

    /** From now on every answer is so late. */
    void slow(Duration latency);

    /** Cuts every connection, and lets none through until {@link #heal}. */
    void cut();

    void heal();

    @Override
    void close();
}
