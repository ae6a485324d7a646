package dev.spindle.desktop;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/** Where the session bus is. Pure. */
final class SessionBus {
    private SessionBus() {}

    /**
     * Path of its socket, as the environment says it; empty where there is none that can be
     * reached: Java has no sockets in the abstract name space.
     */
    static Optional<String> socket(Map<String, String> environment) {
        String addresses = environment.getOrDefault("DBUS_SESSION_BUS_ADDRESS", "");
        if (addresses.isEmpty()) {
            // systemd's convention.
            return Optional.ofNullable(environment.get("XDG_RUNTIME_DIR"))
                    .filter(folder -> folder.startsWith("/"))
                    .map(folder -> folder + "/bus");
        }
        return Arrays.stream(addresses.split(";"))
                .filter(address -> address.startsWith("unix:"))
                .flatMap(address -> Arrays.stream(address.substring(5).split(",")))
                .filter(part -> part.startsWith("path="))
                .map(part -> unescaped(part.substring(5)))
                .findFirst();
    }

    /** D-Bus specification 0.43, "Server Addresses": bytes may stand as {@code %xx}. */
    private static String unescaped(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }
}
