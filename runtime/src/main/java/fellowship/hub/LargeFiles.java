package fellowship.hub;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Files that go into the hub's store for large ones, by the batch interface of Git LFS with the hub's own transfer in parts.
 * What the store has already is not sent.
 */
final class LargeFiles {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String LFS = "application/vnd.git-lfs+json";

    private final Target target;
    private final HubHttp http;

    LargeFiles(Target target, HubHttp http) {
        this.target = target;
        this.http = http;
    }

    void send(List<Parcel> parcels, Consumer<String> told) throws HubException, IOException, InterruptedException {
        if (parcels.isEmpty()) {
            return;
        }
        Map<String, Object> batch = new LinkedHashMap<>();
        batch.put("operation", "upload");
        batch.put("transfers", List.of("basic", "multipart"));
        batch.put("hash_algo", "sha256");
        batch.put("ref", Map.of("name", target.revision()));
        List<Map<String, Object>> objects = new ArrayList<>();
        for (Parcel parcel : parcels) {
            Map<String, Object> object = new LinkedHashMap<>();
            object.put("oid", parcel.sha256());
            object.put("size", parcel.bytes());
            objects.add(object);
        }
        batch.put("objects", objects);
        JsonNode answer = http.post(target.batch(), LFS, json(batch)).body();
        for (Parcel parcel : parcels) {
            JsonNode object = find(answer, parcel);
            JsonNode upload = object.path("actions").path("upload");
            if (upload.isMissingNode()) {
                told.accept(parcel.path() + " is in the hub's store already");
                continue;
            }
            if (upload.path("header").has("chunk_size")) {
                parts(parcel, upload);
            } else {
                http.put(address(upload), headers(upload), HttpRequest.BodyPublishers.ofFile(parcel.file()));
            }
            JsonNode verify = object.path("actions").path("verify");
            if (!verify.isMissingNode()) {
                Map<String, Object> what = new LinkedHashMap<>();
                what.put("oid", parcel.sha256());
                what.put("size", parcel.bytes());
                http.post(address(verify), LFS, json(what));
            }
            told.accept(parcel.path() + " was put into the hub's store");
        }
    }

    private static JsonNode find(JsonNode answer, Parcel parcel) throws HubException {
        for (JsonNode object : answer.path("objects")) {
            if (object.path("oid").asString("").equals(parcel.sha256())) {
                if (object.has("error")) {
                    throw new HubException(
                            parcel.path() + ": the hub's store refuses it: "
                                    + object.path("error").path("message").asString(""),
                            false);
                }
                return object;
            }
        }
        throw new HubException(parcel.path() + ": the hub's store did not say how to send it", false);
    }

    /** The header then holds the size of a part and an address for each, by its number. */
    private void parts(Parcel parcel, JsonNode upload) throws HubException, InterruptedException {
        JsonNode header = upload.path("header");
        long size = Long.parseLong(header.path("chunk_size").asString("0"));
        TreeMap<Integer, String> addresses = new TreeMap<>();
        header.properties().forEach(entry -> {
            if (entry.getKey().matches("\\d{1,6}")) {
                addresses.put(Integer.parseInt(entry.getKey()), entry.getValue().asString(""));
            }
        });
        if (size < 1 || addresses.size() != (parcel.bytes() + size - 1) / size) {
            throw new HubException(parcel.path() + ": the hub's store names parts that do not fit the file", false);
        }
        List<Map<String, Object>> done = new ArrayList<>();
        long from = 0;
        for (Map.Entry<Integer, String> part : addresses.entrySet()) {
            long length = Math.min(size, parcel.bytes() - from);
            HubHttp.Answer answer = http.put(URI.create(part.getValue()), Map.of(), slice(parcel, from, length));
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("partNumber", part.getKey());
            one.put(
                    "etag",
                    answer.headers()
                            .firstValue("etag")
                            .orElseThrow(() -> new HubException(
                                    parcel.path() + ": the hub's store did not acknowledge a part", false)));
            done.add(one);
            from += length;
        }
        Map<String, Object> whole = new LinkedHashMap<>();
        whole.put("oid", parcel.sha256());
        whole.put("parts", done);
        http.post(address(upload), LFS, json(whole));
    }

    private static HttpRequest.BodyPublisher slice(Parcel parcel, long from, long length) {
        return HttpRequest.BodyPublishers.fromPublisher(
                HttpRequest.BodyPublishers.ofInputStream(() -> {
                    try {
                        InputStream in = Files.newInputStream(parcel.file());
                        in.skipNBytes(from);
                        return new Slice(in, length);
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                }),
                length);
    }

    private static HttpRequest.BodyPublisher json(Map<String, ?> value) {
        return HttpRequest.BodyPublishers.ofByteArray(JSON.writeValueAsBytes(value));
    }

    private static URI address(JsonNode action) throws HubException {
        try {
            return URI.create(action.path("href").asString(""));
        } catch (IllegalArgumentException e) {
            throw new HubException("the hub names an address that is none", false);
        }
    }

    private static Map<String, String> headers(JsonNode action) {
        Map<String, String> headers = new LinkedHashMap<>();
        action.path("header")
                .properties()
                .forEach(entry -> headers.put(entry.getKey(), entry.getValue().asString("")));
        return headers;
    }
}
