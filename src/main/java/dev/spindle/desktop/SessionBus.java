package dev.spindle.desktop;

import java.util.Map;
import java.util.Optional;

/** Where the session bus is. Pure. */
final class SessionBus {
    private SessionBus() {}

    /** Path of its socket, as the environment says it; empty where there is none to be reached. */
    static Optional<String> socket(Map<String, String> environment) {
        String addresses = environment.getOrDefault("DBUS_SESSION_BUS_ADDRESS", "");
        if (addresses.isEmpty()) {
            // systemd's convention.
            return Optional.ofNullable(environment.get("XDG_RUNTIME_DIR"))
                    .filter(folder -> folder.startsWith("/"))
                    .map(folder -> folder + "/bus");
        }
        return BusAddress.path(addresses);
    }
}
