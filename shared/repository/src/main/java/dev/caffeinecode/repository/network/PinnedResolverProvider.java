package dev.caffeinecode.repository.network;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.net.spi.InetAddressResolver;
import java.net.spi.InetAddressResolverProvider;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Puts {@link PinnedHosts} in front of the JVM's own resolver (JEP 418); all other names resolve as ever. */
public final class PinnedResolverProvider extends InetAddressResolverProvider {
    @Override
    public InetAddressResolver get(Configuration configuration) {
        InetAddressResolver builtin = configuration.builtinResolver();
        PinnedHosts.resolveWith(builtin);
        return new PinnedResolver(builtin);
    }

    @Override
    public String name() {
        return "pinned";
    }

    private record PinnedResolver(InetAddressResolver builtin) implements InetAddressResolver {
        @Override
        public Stream<InetAddress> lookupByName(String host, LookupPolicy policy) throws UnknownHostException {
            Optional<List<InetAddress>> pinned = PinnedHosts.pinned(host);
            return pinned.isPresent() ? pinned.get().stream() : builtin.lookupByName(host, policy);
        }

        @Override
        public String lookupByAddress(byte[] address) throws UnknownHostException {
            return builtin.lookupByAddress(address);
        }
    }
}
