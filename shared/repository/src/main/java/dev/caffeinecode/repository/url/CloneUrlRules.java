package dev.caffeinecode.repository.url;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;

import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which URLs may be cloned beyond HTTPS on port 443 of a public host. Keys are {@code caffeine.clone-urls.*};
 * {@code CAFFEINE_CLONE_URLS_PRIVATE_HOSTS} and friends set them.
 *
 * @param http whether plain {@code http} is allowed; only the local process sets it
 * @param localPaths whether a path of this machine is a repository; only the local process sets it
 * @param ports allowed besides the scheme's own, 1 to 65535
 * @param hosts when not empty, the only hosts allowed, exact names in lower case
 * @param privateHosts {@code name} or {@code name:port} of machines that may have addresses off the public internet, such as a
 *     company's git server; with a port, that port is allowed there
 */
@ConfigurationProperties("caffeine.clone-urls")
public record CloneUrlRules(
        @Bindable(defaultValue = "false") boolean http,
        @Bindable(defaultValue = "false") boolean localPaths,
        @Bindable(defaultValue = "") Set<Integer> ports,
        @Bindable(defaultValue = "") Set<String> hosts,
        @Bindable(defaultValue = "") Set<String> privateHosts) {
    public CloneUrlRules {
        ports = Set.copyOf(ports);
        hosts = withoutBlanks(hosts);
        privateHosts = withoutBlanks(privateHosts);
    }

    /** A setting that is there and empty is bound to a set of one empty text. */
    private static Set<String> withoutBlanks(Set<String> names) {
        return names.stream().filter(name -> !name.isBlank()).collect(Collectors.toUnmodifiableSet());
    }

    /** The rules of the cloud: https, port 443, public hosts. */
    public static CloneUrlRules strict() {
        return new CloneUrlRules(false, false, Set.of(), Set.of(), Set.of());
    }

    boolean allowsPort(String scheme, String host, int port) {
        return port == defaultPort(scheme) || ports.contains(port) || privateHosts.contains(host + ":" + port);
    }

    boolean allowsScheme(String scheme) {
        return scheme.equals("https") || (http && scheme.equals("http"));
    }

    boolean allowsHost(String host) {
        return hosts.isEmpty() || hosts.contains(host);
    }

    /** Whether the host may have addresses that are not public. */
    public boolean allowsPrivateAddresses(String host, int port) {
        return privateHosts.contains(host) || privateHosts.contains(host + ":" + port);
    }

    static int defaultPort(String scheme) {
        return scheme.equals("http") ? 80 : 443;
    }
}
