package fellowship.store;

import fellowship.chat.ChatRequest;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * The identity of a call: SHA-256 over the canonical bytes of its {@link ChatRequest}. Journal and cache look
 * completions up by it, and a completion is given back only for the very request that it was made for.
 *
 * <p>All of the request counts (for a server given by its URL, that URL too) and nothing else does: no configuration,
 * no key, no script.
 */
public final class RequestKey {

    /** Bytes of a key. */
    static final int LENGTH = 32;

    private final byte[] digest;

    private RequestKey(byte[] digest) {
        this.digest = digest;
    }

    public static RequestKey of(ChatRequest request) {
        return new RequestKey(sha256().digest(CanonicalRequest.bytes(request)));
    }

    /**
     * A key read back from a file.
     *
     * @throws IllegalArgumentException when there are not 32 bytes
     */
    public static RequestKey of(byte[] digest) {
        if (digest.length != LENGTH) {
            throw new IllegalArgumentException("a request key has " + LENGTH + " bytes, not " + digest.length);
        }
        return new RequestKey(digest.clone());
    }

    /** The 32 bytes, a copy. */
    public byte[] bytes() {
        return digest.clone();
    }

    /** 64 digits, lower case. */
    public String hex() {
        return HexFormat.of().formatHex(digest);
    }

    /** The 32 bytes themselves, for readers in this package that leave them as they are. */
    byte[] raw() {
        return digest;
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RequestKey that && Arrays.equals(digest, that.digest);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(digest);
    }

    @Override
    public String toString() {
        return hex();
    }
}
