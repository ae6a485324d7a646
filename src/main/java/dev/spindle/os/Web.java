package dev.spindle.os;

import java.io.IOException;
import java.net.URI;

/** Asks servers on the network. For any thread; each call may block until the server answers. */
public interface Web {
    /** Where nobody may be asked. */
    Web NONE =
            address -> {
                throw new IOException("the network is not asked");
            };

    /**
     * An answer.
     *
     * @param status of HTTP: 200 for success, 404 for what is not there
     */
    record Answer(int status, byte[] body) {
        public static final int OK = 200;
        public static final int NOT_FOUND = 404;
    }

    /**
     * Gets what is at an address; where the server sends on, from there.
     *
     * @throws IOException with one sentence for the user where there is no answer
     */
    Answer get(URI address) throws IOException;
}
