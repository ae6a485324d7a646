package dev.spindle.os;

import java.time.Duration;
import java.util.Optional;

/** Opens the kernel's stream of device events. Safe for all threads. */
public interface DeviceEvents {
    /**
     * Begins to listen.
     *
     * @throws OsException where this system has or gives no such stream, as in some containers
     */
    Source open() throws OsException;

    /** An open stream; for one thread. */
    interface Source extends AutoCloseable {
        /**
         * Waits for the next event.
         *
         * @param most how long at most
         * @return empty where none came
         * @throws OsException ENOBUFS where events were lost since nobody took them: look anew
         */
        Optional<DeviceEvent> next(Duration most) throws OsException;

        @Override
        void close();
    }
}
