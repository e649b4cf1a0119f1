package fellowship.model.http;

import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import reactor.netty.tcp.SslProvider;

/** Certificate authorities besides Java's own: those of the PEM file that {@code SSL_CERT_FILE} names. */
final class Trust {

    private Trust() {}

    static Optional<Consumer<SslProvider.SslContextSpec>> of(Map<String, String> environment) {
        return Optional.ofNullable(environment.get("SSL_CERT_FILE"))
                .filter(file -> !file.isBlank())
                .map(file -> context(Path.of(file)))
                .map(context -> spec -> spec.sslContext(context));
    }

    private static SslContext context(Path file) {
        try (InputStream pem = Files.newInputStream(file)) {
            KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(null, null);
            int count = 0;
            for (X509Certificate known : javasOwn()) {
                store.setCertificateEntry("java-" + count++, known);
            }
            for (Certificate more : CertificateFactory.getInstance("X.509").generateCertificates(pem)) {
                store.setCertificateEntry("extra-" + count++, more);
            }
            TrustManagerFactory factory = factory();
            factory.init(store);
            return SslContextBuilder.forClient().trustManager(factory).build();
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalArgumentException(
                    "SSL_CERT_FILE names " + file + ", which cannot be read as certificates in PEM form", e);
        }
    }

    private static X509Certificate[] javasOwn() throws GeneralSecurityException {
        TrustManagerFactory factory = factory();
        factory.init((KeyStore) null);
        return factory.getTrustManagers()[0] instanceof X509TrustManager manager
                ? manager.getAcceptedIssuers()
                : new X509Certificate[0];
    }

    private static TrustManagerFactory factory() throws GeneralSecurityException {
        return TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    }
}
