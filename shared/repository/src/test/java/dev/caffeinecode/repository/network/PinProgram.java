package dev.caffeinecode.repository.network;

import java.net.InetAddress;

/** Pins a host in a JVM that has looked up no name yet, from a thread that finds no classes of ours. */
final class PinProgram {
    private PinProgram() {}

    /** @param arguments the host */
    public static void main(String[] arguments) throws Exception {
        Thread.currentThread().setContextClassLoader(ClassLoader.getPlatformClassLoader());
        try (PinnedHosts.Pin pin = PinnedHosts.pin(arguments[0], InetAddress::isLoopbackAddress)) {
            System.out.println(
                    pin.addresses().equals(PinnedHosts.pinned(arguments[0]).orElseThrow()));
        }
    }
}
