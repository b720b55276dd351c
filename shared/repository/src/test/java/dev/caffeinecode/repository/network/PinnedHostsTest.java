package dev.caffeinecode.repository.network;

import dev.caffeinecode.platform.problem.ErrorCode;
import dev.caffeinecode.platform.problem.ProblemException;
import org.junit.jupiter.api.Test;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.net.spi.InetAddressResolver;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class PinnedHostsTest {
    private final InetAddress publicAddress = InetAddress.ofLiteral("140.82.121.4");
    private final InetAddress loopback = InetAddress.ofLiteral("127.0.0.1");

    @Test
    void pinnedNameResolvesToWhatWasCheckedWhateverDnsSaysNow() throws UnknownHostException {
        AtomicInteger asked = new AtomicInteger();
        PinnedHosts.resolveWith(resolver(asked));

        try (PinnedHosts.Pin pin = PinnedHosts.pin("rebinding.caffeinecode.dev", PublicAddresses::contains)) {
            assertThat(pin.addresses()).containsExactly(publicAddress);
            assertThat(InetAddress.getAllByName("rebinding.caffeinecode.dev")).containsExactly(publicAddress);
        }
        assertThat(asked).hasValue(1);
    }

    @Test
    void hostWithOneForbiddenAddressIsRefusedWhole() {
        PinnedHosts.resolveWith(new FixedResolver(publicAddress, loopback));

        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> PinnedHosts.pin("two-faced.caffeinecode.dev", PublicAddresses::contains))
                .extracting(ProblemException::code)
                .isEqualTo(ErrorCode.HOST_NOT_PUBLIC);
        assertThat(PinnedHosts.pinned("two-faced.caffeinecode.dev")).isEmpty();
    }

    @Test
    void pinEndsWithItsLastUse() {
        PinnedHosts.resolveWith(new FixedResolver(publicAddress));
        PinnedHosts.Pin first = PinnedHosts.pin("shared.caffeinecode.dev", PublicAddresses::contains);
        PinnedHosts.Pin second = PinnedHosts.pin("shared.caffeinecode.dev", PublicAddresses::contains);

        first.close();
        assertThat(PinnedHosts.pinned("shared.caffeinecode.dev")).isPresent();

        second.close();
        assertThat(PinnedHosts.pinned("shared.caffeinecode.dev")).isEmpty();
    }

    @Test
    void unknownNameIsTheCallersProblem() {
        PinnedHosts.resolveWith(new FixedResolver());

        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> PinnedHosts.pin("nowhere.caffeinecode.dev", PublicAddresses::contains))
                .extracting(ProblemException::code)
                .isEqualTo(ErrorCode.HOST_NOT_FOUND);
    }

    /** Public at first, loopback from then on: DNS rebinding. */
    private InetAddressResolver resolver(AtomicInteger asked) {
        return new FixedResolver() {
            @Override
            public Stream<InetAddress> lookupByName(String host, LookupPolicy policy) {
                return Stream.of(asked.getAndIncrement() == 0 ? publicAddress : loopback);
            }
        };
    }

    private static class FixedResolver implements InetAddressResolver {
        private final InetAddress[] addresses;

        FixedResolver(InetAddress... addresses) {
            this.addresses = addresses;
        }

        @Override
        public Stream<InetAddress> lookupByName(String host, LookupPolicy policy) {
            return Stream.of(addresses);
        }

        @Override
        public String lookupByAddress(byte[] address) throws UnknownHostException {
            throw new UnknownHostException();
        }
    }
}
