package dev.spindle.desktop;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** What a bus's address says (D-Bus specification 0.43, "Server Addresses"). Pure. */
final class BusAddress {
    private BusAddress() {}

    /**
     * Path of the first socket among the addresses; empty where none has one: Java has no sockets
     * in the abstract name space.
     */
    static Optional<String> path(String addresses) {
        return Arrays.stream(addresses.split(";"))
                .filter(address -> address.startsWith("unix:"))
                .flatMap(address -> Arrays.stream(address.substring(5).split(",")))
                .filter(part -> part.startsWith("path="))
                .map(part -> unescaped(part.substring(5)))
                .findFirst();
    }

    /** Bytes may stand as {@code %xx}. */
    private static String unescaped(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }
}
