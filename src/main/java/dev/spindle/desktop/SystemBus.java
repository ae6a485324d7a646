package dev.spindle.desktop;

import java.util.Map;
import java.util.Optional;

/** Where the bus of the machine's services is. Pure. */
final class SystemBus {
    /** D-Bus specification 0.43, "Well-known Message Bus Instances". */
    private static final String USUAL = "unix:path=/run/dbus/system_bus_socket";

    private SystemBus() {}

    /** Path of its socket; empty where it can't be reached, see {@link BusAddress}. */
    static Optional<String> socket(Map<String, String> environment) {
        return BusAddress.path(environment.getOrDefault("DBUS_SYSTEM_BUS_ADDRESS", USUAL));
    }
}
