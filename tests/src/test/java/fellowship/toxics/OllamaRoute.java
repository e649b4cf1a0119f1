package fellowship.toxics;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.Container;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.Network;
import org.testcontainers.containers.wait.strategy.Wait;

/** A real server with a small model in a container, behind Toxiproxy in another. */
final class OllamaRoute implements Route {

    private static final String MODEL = "smollm2:135m";
    private static final int OLLAMA = 11434;
    private static final int CONTROL = 8474;
    private static final int PROXIED = 8666;

    private final Network network = Network.newNetwork();
    private final GenericContainer<?> server = new GenericContainer<>("ollama/ollama:0.6.8")
            .withNetwork(network)
            .withNetworkAliases("server")
            .withExposedPorts(OLLAMA)
            .waitingFor(Wait.forHttp("/api/version").forPort(OLLAMA));
    private final GenericContainer<?> toxiproxy = new GenericContainer<>("ghcr.io/shopify/toxiproxy:2.12.0")
            .withNetwork(network)
            .withExposedPorts(CONTROL, PROXIED)
            .waitingFor(Wait.forHttp("/version").forPort(CONTROL));

    /** Whether containers can be run here; where nothing looks like an engine it is not even searched for. */
    static boolean isPossible() {
        boolean likely = System.getenv("DOCKER_HOST") != null
                || Files.exists(Path.of("/var/run/docker.sock"))
                || Files.exists(Path.of(System.getProperty("user.home"), ".docker", "run", "docker.sock"))
                || Files.exists(Path.of(System.getProperty("user.home"), ".testcontainers.properties"));
        return likely && DockerClientFactory.instance().isDockerAvailable();
    }

    OllamaRoute() throws IOException, InterruptedException {
        server.start();
        toxiproxy.start();
        Container.ExecResult pulled = server.execInContainer("ollama", "pull", MODEL);
        if (pulled.getExitCode() != 0) {
            close();
            throw new IOException("the model cannot be fetched: " + pulled.getStderr());
        }
        control(
                "/proxies",
                "{\"name\": \"server\", \"listen\": \"0.0.0.0:" + PROXIED + "\", \"upstream\": \"server:" + OLLAMA
                        + "\", \"enabled\": true}");
    }

    @Override
    public String url() {
        return "http://" + toxiproxy.getHost() + ":" + toxiproxy.getMappedPort(PROXIED) + "/v1";
    }

    @Override
    public String model() {
        return MODEL;
    }

    @Override
    public void slow(Duration latency) {
        control(
                "/proxies/server/toxics",
                "{\"name\": \"late\", \"type\": \"latency\", \"attributes\": {\"latency\": " + latency.toMillis()
                        + "}}");
    }

    @Override
    public void cut() {
        control("/proxies/server", "{\"enabled\": false}");
    }

    /** Takes all toxics away. */
    @Override
    public void heal() {
        control("/reset", "");
    }

    private void control(String path, String json) {
        URI uri = URI.create("http://" + toxiproxy.getHost() + ":" + toxiproxy.getMappedPort(CONTROL) + path);
        try {
            HttpResponse<String> answer = HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(uri)
                                    .POST(HttpRequest.BodyPublishers.ofString(json))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() >= 300) {
                throw new IllegalStateException("toxiproxy says to " + path + ": " + answer.body());
            }
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        toxiproxy.stop();
        server.stop();
        network.close();
    }
}
