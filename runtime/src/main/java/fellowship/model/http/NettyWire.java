package fellowship.model.http;

import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.HttpHeaderNames;
import java.net.URI;
import reactor.core.publisher.Mono;

/** The real network. */
final class NettyWire implements Wire {

    @Override
    public Mono<HttpReply> post(Line line, String path, byte[] body, Progress progress) {
        return line.client()
                .post()
                .uri(URI.create(line.base() + path))
                .send((request, out) -> {
                    progress.sending();
                    request.header(HttpHeaderNames.CONTENT_LENGTH, Integer.toString(body.length));
                    return out.sendObject(Unpooled.wrappedBuffer(body));
                })
                .response((response, content) -> {
                    int status = response.status().code();
                    progress.answering(status);
                    return content.collect(Body::new, Body::add)
                            .map(whole -> new HttpReply(status, response.responseHeaders(), whole));
                })
                .single();
    }
}
