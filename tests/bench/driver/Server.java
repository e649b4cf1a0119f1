import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The provider that is asked: {@code mockllm} where Go is there, the product's own loopback provider else. */
final class Server implements AutoCloseable {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final Process process;
    private final String host;

    private Server(Process process, String host) {
        this.process = process;
        this.host = host;
    }

    /**
     * @param mock the built mockllm, or nothing
     * @param loopback the class path of the loopback provider
     */
    static Server start(Path mock, String loopback, Workload.Behaviour behaviour) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        if (Files.isExecutable(mock)) {
            Path address = Files.createTempFile("bench", ".address");
            Files.delete(address);
            command.addAll(List.of(mock.toString(), "-addr", "127.0.0.1:0", "-addr-file", address.toString()));
            command.addAll(behaviour.mock());
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            for (int i = 0; i < 500 && !(Files.exists(address) && Files.size(address) > 5); i++) {
                TimeUnit.MILLISECONDS.sleep(10);
            }
            return new Server(process, Files.readString(address).strip());
        }
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                loopback,
                "fellowship.model.LoopbackProvider"));
        command.addAll(behaviour.loopback());
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String url = process.inputReader().readLine();
        if (url == null) {
            throw new IOException("neither Go's mockllm nor the loopback provider starts: " + String.join(" ", command));
        }
        return new Server(process, URI.create(url).getAuthority());
    }

    String host() {
        return host;
    }

    /** A counter by its name; 0 where it is not told. */
    double count(String name) throws IOException, InterruptedException {
        String json = CLIENT.send(
                        HttpRequest.newBuilder(URI.create("http://" + host + "/stats")).build(), BodyHandlers.ofString())
                .body();
        Matcher matcher = Pattern.compile("\"" + name + "\" ?: ?([0-9.]+)").matcher(json);
        return matcher.find() ? Double.parseDouble(matcher.group(1)) : 0;
    }

    @Override
    public void close() {
        process.destroy();
    }
}
