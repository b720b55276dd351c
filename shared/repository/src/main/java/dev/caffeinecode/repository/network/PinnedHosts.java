package dev.caffeinecode.repository.network;

import dev.caffeinecode.platform.problem.ErrorCode;
import dev.caffeinecode.platform.problem.ProblemException;
import org.jspecify.annotations.Nullable;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.net.spi.InetAddressResolver;
import java.net.spi.InetAddressResolver.LookupPolicy;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;

/**
 * Host names that resolve to nothing but the addresses that were checked, in the whole JVM, for as long as somebody
 * connects to them. A server that answers DNS with a public address first and a private one later (rebinding) is
 * therefore never connected to at the second. Installed by {@link PinnedResolverProvider}.
 */
public final class PinnedHosts {
    private static final ConcurrentMap<String, List<Pin>> PINS = new ConcurrentHashMap<>();

    /** Every address, in the order that the JVM prefers unless told otherwise. */
    private static final LookupPolicy PREFERENCE =
            LookupPolicy.of(LookupPolicy.IPV4 | LookupPolicy.IPV6 | LookupPolicy.IPV4_FIRST);

    private static volatile @Nullable InetAddressResolver resolver;

    private PinnedHosts() {}

    static void resolveWith(InetAddressResolver builtin) {
        resolver = builtin;
    }

    /** One use of a pinned host. */
    public static final class Pin implements AutoCloseable {
        private final String host;
        private final List<InetAddress> addresses;

        private Pin(String host, List<InetAddress> addresses) {
            this.host = host;
            this.addresses = addresses;
        }

        /** What the host resolves to until closed. */
        public List<InetAddress> addresses() {
            return addresses;
        }

        @Override
        public void close() {
            PINS.computeIfPresent(host, (_, pins) -> {
                pins.remove(this);
                return pins.isEmpty() ? null : pins;
            });
        }
    }

    /**
     * Resolves the host once and pins what it resolves to.
     *
     * @param host a name in lower-case ASCII, or an address literal, which needs no pin
     * @param allowed says whether an address may be connected to; one that may not refuses the whole host
     * @throws ProblemException {@link ErrorCode#HOST_NOT_FOUND} or {@link ErrorCode#HOST_NOT_PUBLIC}
     */
    public static Pin pin(String host, Predicate<InetAddress> allowed) {
        List<InetAddress> addresses = resolve(host);
        if (!addresses.stream().allMatch(allowed)) {
            throw new ProblemException(
                    ErrorCode.HOST_NOT_PUBLIC, "the host has an address that is not on the public internet");
        }
        Pin pin = new Pin(host, addresses);
        PINS.computeIfAbsent(host, _ -> new CopyOnWriteArrayList<>()).add(pin);
        return pin;
    }

    private static List<InetAddress> resolve(String host) {
        try {
            return List.of(InetAddress.ofLiteral(host));
        } catch (IllegalArgumentException e) {
            return lookUp(host);
        }
    }

    private static List<InetAddress> lookUp(String host) {
        try {
            List<InetAddress> found = installed().lookupByName(host, PREFERENCE).toList();
            if (found.isEmpty()) {
                throw new UnknownHostException();
            }
            return found;
        } catch (UnknownHostException e) {
            throw new ProblemException(
                    ErrorCode.HOST_NOT_FOUND, "the host name cannot be resolved; check its spelling", e);
        }
    }

    private static InetAddressResolver installed() {
        install();
        InetAddressResolver builtin = resolver;
        if (builtin == null) {
            throw new ProblemException(ErrorCode.INTERNAL, "the resolver that pins hosts is not installed");
        }
        return builtin;
    }

    /**
     * Has the JVM take {@link PinnedResolverProvider}. It looks for a provider once, when the first name is looked up, and
     * only where the thread that does it looks for classes; so this comes as early as possible. Does nothing when
     * repeated.
     */
    public static synchronized void install() {
        if (resolver != null) {
            return;
        }
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(PinnedHosts.class.getClassLoader());
        try {
            InetAddress.getByName("localhost");
        } catch (UnknownHostException e) {
            return; // it was asked, so it is there
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    static Optional<List<InetAddress>> pinned(String host) {
        List<Pin> pins = PINS.get(host);
        return pins == null ? Optional.empty() : pins.stream().findFirst().map(Pin::addresses);
    }
}
