package fellowship.hub;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import fellowship.text.Sha256;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A hub on this machine that behaves as the real one does to its own client: repositories, upload modes by size, a Git LFS
 * store on another port, commits in lines. What it holds can be looked at.
 */
final class HubDouble implements AutoCloseable {

    static final String TOKEN = "hf_doubleDouble42toilAndTrouble";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    final List<String> requests = new CopyOnWriteArrayList<>();
    final Map<String, byte[]> store = new ConcurrentHashMap<>();
    final Map<String, byte[]> files = new ConcurrentHashMap<>();
    final List<String> tokensAtStore = new CopyOnWriteArrayList<>();
    private final HttpServer hub;
    private final HttpServer bucket;
    private final Map<String, byte[]> parts = new TreeMap<>();
    /** Files of so many bytes and more are large. */
    int large = 2000;
    /** Zero: no parts. */
    int part;

    boolean there;
    /** So many requests to a path that ends so are answered with 503. */
    final Map<String, Integer> ill = new ConcurrentHashMap<>();

    HubDouble() throws IOException {
        InetAddress here = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
        hub = HttpServer.create(new InetSocketAddress(here, 0), 0);
        bucket = HttpServer.create(new InetSocketAddress(here, 0), 0);
        hub.createContext("/", exchange -> serve(exchange, true));
        bucket.createContext("/", exchange -> serve(exchange, false));
        hub.start();
        bucket.start();
    }

    String url() {
        return "http://127.0.0.1:" + hub.getAddress().getPort();
    }

    private String bucketUrl() {
        return "http://127.0.0.1:" + bucket.getAddress().getPort();
    }

    private void serve(HttpExchange exchange, boolean atHub) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            String path = exchange.getRequestURI().getPath();
            String token = exchange.getRequestHeaders().getFirst("Authorization");
            requests.add(exchange.getRequestMethod() + " " + path);
            for (Map.Entry<String, Integer> fault : ill.entrySet()) {
                if (path.endsWith(fault.getKey()) && fault.getValue() > 0) {
                    ill.put(fault.getKey(), fault.getValue() - 1);
                    answer(exchange, 503, "busy");
                    return;
                }
            }
            if (!atHub) {
                if (token != null) {
                    tokensAtStore.add(token);
                }
                put(exchange, path, body);
            } else if (!("Bearer " + TOKEN).equals(token)) {
                answer(exchange, 401, "{\"error\":\"Invalid credentials in Authorization header " + token + "\"}");
            } else {
                api(exchange, path, body);
            }
        }
    }

    private void put(HttpExchange exchange, String path, byte[] body) throws IOException {
        if (path.contains("/part/")) {
            parts.put(path, body);
            exchange.getResponseHeaders().set("ETag", "\"" + Sha256.of(body).substring(0, 8) + "\"");
        } else {
            store.put(path.substring(1), body);
        }
        answer(exchange, 200, "");
    }

    private void api(HttpExchange exchange, String path, byte[] body) throws IOException {
        if (path.equals("/api/repos/create")) {
            answer(exchange, there ? 409 : 200, "{\"url\":\"" + url() + "/datasets/ann/pairs\"}");
            there = true;
        } else if (path.contains("/branch/")) {
            answer(exchange, 200, "{}");
        } else if (path.contains("/preupload/")) {
            preupload(exchange, JSON.readTree(body));
        } else if (path.equals("/datasets/ann/pairs.git/info/lfs/objects/batch")) {
            batch(exchange, JSON.readTree(body));
        } else if (path.equals("/whole")) {
            whole(JSON.readTree(body));
            answer(exchange, 200, "{}");
        } else if (path.equals("/verify")) {
            JsonNode said = JSON.readTree(body);
            byte[] kept = store.get(said.path("oid").asString(""));
            answer(exchange, kept != null && kept.length == said.path("size").asInt(0) ? 200 : 422, "{}");
        } else if (path.contains("/commit/")) {
            commit(exchange, new String(body, StandardCharsets.UTF_8));
        } else {
            answer(exchange, 404, "{}");
        }
    }

    private void preupload(HttpExchange exchange, JsonNode asked) throws IOException {
        List<Map<String, Object>> modes = new ArrayList<>();
        for (JsonNode file : asked.path("files")) {
            String name = file.path("path").asString("");
            boolean lfs = file.path("size").asInt(0) >= large;
            Map<String, Object> mode = new LinkedHashMap<>();
            mode.put("path", name);
            mode.put("uploadMode", lfs ? "lfs" : "regular");
            mode.put("shouldIgnore", false);
            byte[] kept = files.get(name);
            if (kept != null) {
                mode.put("oid", lfs ? Sha256.of(kept) : blob(kept));
            }
            modes.add(mode);
        }
        answer(exchange, 200, JSON.writeValueAsString(Map.of("files", modes)));
    }

    private static String blob(byte[] bytes) {
        try {
            java.security.MessageDigest sha = java.security.MessageDigest.getInstance("SHA-1");
            sha.update(("blob " + bytes.length + "\0").getBytes(StandardCharsets.US_ASCII));
            return Sha256.hex(sha.digest(bytes));
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private void batch(HttpExchange exchange, JsonNode asked) throws IOException {
        List<Map<String, Object>> objects = new ArrayList<>();
        for (JsonNode object : asked.path("objects")) {
            String oid = object.path("oid").asString("");
            int size = object.path("size").asInt(0);
            Map<String, Object> found = new LinkedHashMap<>(Map.of("oid", oid, "size", size));
            if (!store.containsKey(oid)) {
                Map<String, Object> header = new LinkedHashMap<>();
                if (part > 0) {
                    header.put("chunk_size", String.valueOf(part));
                    for (int i = 1; (i - 1) * part < size; i++) {
                        header.put(String.valueOf(i), bucketUrl() + "/" + oid + "/part/" + String.format("%05d", i));
                    }
                }
                Map<String, Object> upload = new LinkedHashMap<>();
                upload.put("href", part > 0 ? url() + "/whole" : bucketUrl() + "/" + oid);
                upload.put("header", header);
                found.put("actions", Map.of("upload", upload, "verify", Map.of("href", url() + "/verify")));
            }
            objects.add(found);
        }
        answer(exchange, 200, JSON.writeValueAsString(Map.of("transfer", "basic", "objects", objects)));
    }

    private void whole(JsonNode said) {
        java.io.ByteArrayOutputStream all = new java.io.ByteArrayOutputStream();
        parts.forEach((path, bytes) -> {
            if (path.contains(said.path("oid").asString("-"))) {
                all.writeBytes(bytes);
            }
        });
        store.put(said.path("oid").asString(""), all.toByteArray());
    }

    private void commit(HttpExchange exchange, String lines) throws IOException {
        Map<String, byte[]> commit = new LinkedHashMap<>();
        for (String text : lines.lines().toList()) {
            JsonNode line = JSON.readTree(text);
            JsonNode value = line.path("value");
            switch (line.path("key").asString("")) {
                case "header" -> {}
                case "file" ->
                    commit.put(
                            value.path("path").asString(""),
                            Base64.getDecoder().decode(value.path("content").asString("")));
                case "lfsFile" -> {
                    byte[] kept = store.get(value.path("oid").asString(""));
                    if (kept == null) {
                        answer(exchange, 400, "{\"error\":\"no such object\"}");
                        return;
                    }
                    commit.put(value.path("path").asString(""), kept);
                }
                default -> throw new IOException("what is " + text);
            }
        }
        files.putAll(commit);
        answer(exchange, 200, "{\"success\":true,\"commitOid\":\"abc\"}");
    }

    private static void answer(HttpExchange exchange, int status, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    @Override
    public void close() {
        hub.stop(0);
        bucket.stop(0);
    }
}
