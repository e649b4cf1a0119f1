package fellowship.model.http;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import org.jspecify.annotations.Nullable;

/** One whole answer as it came: its status, headers and body. */
record HttpReply(int status, HttpHeaders headers, Body body) {

    @Nullable
    String header(String name) {
        return headers.get(name);
    }

    /** The body after unpacking. */
    Body unpacked() {
        return body.unpacked(headers.get(HttpHeaderNames.CONTENT_ENCODING));
    }
}
