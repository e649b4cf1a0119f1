package fellowship.model.weights;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;

/**
 * Certificate authorities that are trusted: Java's own, and those of the PEM file that pip, curl or their like were told
 * to use.
 */
final class Certificates {

    private static final List<String> VARIABLES =
            List.of("PIP_CERT", "SSL_CERT_FILE", "REQUESTS_CA_BUNDLE", "CURL_CA_BUNDLE");

    private Certificates() {}

    /** The file that counts: the first variable that names one that is there. */
    static Optional<Path> file(Map<String, String> environment) {
        return VARIABLES.stream()
                .map(environment::get)
                .filter(value -> value != null && !value.isBlank())
                .map(Path::of)
                .filter(Files::isRegularFile)
                .findFirst();
    }

    static SSLContext context(Map<String, String> environment) throws IOException {
        Optional<Path> file = file(environment);
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, file.isPresent() ? trusting(file.get()) : null, null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IOException(
                    "the certificates in " + file.map(Path::toString).orElse("Java's own store") + " cannot be used: "
                            + e.getMessage(),
                    e);
        }
    }

    private static TrustManager[] trusting(Path file) throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        int count = 0;
        for (TrustManager manager : managers(null)) {
            if (manager instanceof X509TrustManager own) {
                for (X509Certificate known : own.getAcceptedIssuers()) {
                    store.setCertificateEntry("java-" + count++, known);
                }
            }
        }
        try (InputStream pem = Files.newInputStream(file)) {
            for (Certificate more : CertificateFactory.getInstance("X.509").generateCertificates(pem)) {
                store.setCertificateEntry("file-" + count++, more);
            }
        }
        return managers(store);
    }

    private static TrustManager[] managers(@org.jspecify.annotations.Nullable KeyStore store)
            throws GeneralSecurityException {
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(store);
        return factory.getTrustManagers();
    }
}
