package fellowship.hub;

import java.net.URI;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a run is published.
 *
 * @param server the hub's address, without a path
 * @param owner a user or an organisation
 * @param name of the data set
 * @param revision the branch
 */
public record Target(URI server, String owner, String name, String revision) {

    /** The hub that is meant where {@code HF_ENDPOINT} names no other. */
    public static final String HUB = "https://huggingface.co";

    private static final Pattern NAME =
            Pattern.compile("hub:([A-Za-z0-9][A-Za-z0-9._-]{0,95})/([A-Za-z0-9][A-Za-z0-9._-]{0,95})");
    private static final Pattern BRANCH = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,99}");

    /**
     * Reads what a user wrote.
     *
     * @param server where the hub is; {@code http} only on this machine
     * @throws IllegalArgumentException when it is no target, with what one looks like
     */
    public static Target of(String text, Optional<String> server, String revision) {
        Matcher matcher = NAME.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("'" + text + "' is no place to publish; write hub:owner/name");
        }
        if (!BRANCH.matcher(revision).matches()) {
            throw new IllegalArgumentException("'" + revision + "' is no branch: letters, digits, . _ and -");
        }
        URI address = URI.create(server.filter(given -> !given.isBlank())
                .map(given -> given.strip().replaceAll("/+$", ""))
                .orElse(HUB));
        String host = String.valueOf(address.getHost());
        boolean here = host.equals("127.0.0.1") || host.equals("localhost");
        if (!"https".equals(address.getScheme()) && !("http".equals(address.getScheme()) && here)) {
            throw new IllegalArgumentException(
                    "HF_ENDPOINT must begin with https:// (http:// on this machine only), was '" + address + "'");
        }
        return new Target(address, matcher.group(1), matcher.group(2), revision);
    }

    /** {@code owner/name}. */
    public String id() {
        return owner + "/" + name;
    }

    /** Where people find it. */
    public String page() {
        return server + "/datasets/" + id() + (revision.equals("main") ? "" : "/tree/" + revision);
    }

    URI create() {
        return URI.create(server + "/api/repos/create");
    }

    URI branch() {
        return URI.create(server + "/api/datasets/" + id() + "/branch/" + revision);
    }

    URI preupload() {
        return URI.create(server + "/api/datasets/" + id() + "/preupload/" + revision);
    }

    URI batch() {
        return URI.create(server + "/datasets/" + id() + ".git/info/lfs/objects/batch");
    }

    URI commit() {
        return URI.create(server + "/api/datasets/" + id() + "/commit/" + revision);
    }
}
