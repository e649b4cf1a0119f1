package fellowship.model.http;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;

/** Passes over interim answers (1xx), which are never final; gives up when they do not end. */
final class InterimFilter extends ChannelInboundHandlerAdapter {

    private static final int MOST = 8;

    private int seen;
    private boolean passing;

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (message instanceof HttpResponse response) {
            passing = response.status().codeClass() == HttpStatusClass.INFORMATIONAL;
            seen = passing ? seen + 1 : 0;
            if (seen == MOST + 1) {
                context.fireExceptionCaught(new WireFault("interim", "more than " + MOST + " interim answers"));
                context.close();
            }
        }
        if (!passing) {
            context.fireChannelRead(message);
            return;
        }
        if (message instanceof LastHttpContent) {
            passing = false;
        }
        ReferenceCountUtil.release(message);
        context.read();
    }
}
