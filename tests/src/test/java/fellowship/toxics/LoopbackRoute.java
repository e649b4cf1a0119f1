package fellowship.toxics;

import fellowship.model.LoopbackOptions;
import fellowship.model.LoopbackProvider;
import java.net.URI;
import java.time.Duration;
import java.util.Map;

/** Our own provider in this process, behind a proxy of ours. */
final class LoopbackRoute implements Route {

    private final LoopbackProvider provider =
            LoopbackProvider.start(LoopbackOptions.standard().withLatency(Duration.ofMillis(40), 0.5));
    private final TcpProxy proxy = new TcpProxy(URI.create(provider.url()).getPort());

    /** What the provider saw. */
    Map<String, Object> stats() {
        return provider.stats();
    }

    @Override
    public String url() {
        return "http://127.0.0.1:" + proxy.port() + "/v1";
    }

    @Override
    public String model() {
        return "loopback";
    }

    @Override
    public void slow(Duration latency) {
        proxy.latency(latency);
    }

    @Override
    public void cut() {
        proxy.cut();
    }

    @Override
    public void heal() {
        proxy.mend();
        proxy.latency(Duration.ZERO);
    }

    @Override
    public void close() {
        proxy.close();
        provider.close();
    }
}
