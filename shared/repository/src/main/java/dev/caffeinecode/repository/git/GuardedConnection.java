package dev.caffeinecode.repository.git;

import org.eclipse.jgit.transport.http.HttpConnection;
import org.jspecify.annotations.Nullable;

import javax.net.ssl.HostnameVerifier;
import javax.net.ssl.KeyManager;
import javax.net.ssl.TrustManager;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.ProtocolException;
import java.net.Proxy;
import java.net.URL;
import java.security.KeyManagementException;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;

/** A JDK connection under the eyes of a {@link FetchGuard}: no proxy, no relaxed TLS, every answer and byte reported. */
final class GuardedConnection implements HttpConnection {
    private final HttpURLConnection connection;
    private final FetchGuard guard;

    GuardedConnection(URL url, FetchGuard guard) throws IOException {
        this.connection = (HttpURLConnection) url.openConnection(Proxy.NO_PROXY);
        this.guard = guard;
    }

    void disconnect() {
        connection.disconnect();
    }

    @Override
    public int getResponseCode() throws IOException {
        int status = guard.waitFor(connection::getResponseCode);
        guard.answered(connection.getURL(), status, connection.getContentType(), connection.getContentEncoding());
        return status;
    }

    @Override
    public InputStream getInputStream() throws IOException {
        return new FilterInputStream(guard.waitFor(connection::getInputStream)) {
            @Override
            public int read() throws IOException {
                int octet = guard.waitFor(super::read);
                guard.received(octet < 0 ? 0 : 1);
                return octet;
            }

            @Override
            public int read(byte[] buffer, int offset, int length) throws IOException {
                int count = guard.waitFor(() -> super.read(buffer, offset, length));
                guard.received(Math.max(0, count));
                return count;
            }
        };
    }

    @Override
    public OutputStream getOutputStream() throws IOException {
        return guard.waitFor(connection::getOutputStream);
    }

    @Override
    public void connect() throws IOException {
        guard.waitFor(() -> {
            connection.connect();
            return connection;
        });
    }

    @Override
    public URL getURL() {
        return connection.getURL();
    }

    @Override
    public String getResponseMessage() throws IOException {
        return String.valueOf(connection.getResponseMessage());
    }

    @Override
    public Map<String, List<String>> getHeaderFields() {
        return connection.getHeaderFields();
    }

    @Override
    public void setRequestProperty(String key, String value) {
        if (!key.equalsIgnoreCase("Accept-Encoding")) { // compressed refs would be counted before they swell
            connection.setRequestProperty(key, value);
        }
    }

    @Override
    public void setRequestMethod(String method) throws ProtocolException {
        connection.setRequestMethod(method);
    }

    @Override
    public void setUseCaches(boolean useCaches) {
        connection.setUseCaches(useCaches);
    }

    @Override
    public void setConnectTimeout(int millis) {
        connection.setConnectTimeout(guard.millisLeft(millis));
    }

    @Override
    public void setReadTimeout(int millis) {
        connection.setReadTimeout(guard.millisLeft(millis));
    }

    @Override
    public @Nullable String getContentType() {
        return connection.getContentType();
    }

    @Override
    public @Nullable String getHeaderField(String name) {
        return connection.getHeaderField(name);
    }

    @Override
    public List<String> getHeaderFields(String name) {
        return connection.getHeaderFields().getOrDefault(name, List.of());
    }

    @Override
    public int getContentLength() {
        return connection.getContentLength();
    }

    @Override
    public void setInstanceFollowRedirects(boolean follow) {
        connection.setInstanceFollowRedirects(false); // JGit follows them itself, through the guard
    }

    @Override
    public void setDoOutput(boolean output) {
        connection.setDoOutput(output);
    }

    @Override
    public void setFixedLengthStreamingMode(int length) {
        connection.setFixedLengthStreamingMode(length);
    }

    @Override
    public void setChunkedStreamingMode(int chunk) {
        connection.setChunkedStreamingMode(chunk);
    }

    @Override
    public String getRequestMethod() {
        return connection.getRequestMethod();
    }

    @Override
    public boolean usingProxy() {
        return false;
    }

    @Override
    public void configure(KeyManager @Nullable [] keys, TrustManager @Nullable [] trust, @Nullable SecureRandom random)
            throws KeyManagementException {
        throw new KeyManagementException("TLS is not relaxed");
    }

    @Override
    public void setHostnameVerifier(HostnameVerifier verifier) throws NoSuchAlgorithmException {
        throw new NoSuchAlgorithmException("TLS is not relaxed");
    }
}
