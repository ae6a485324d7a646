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

    /** An answer. Immutable. */
    final class Answer {
        public static final int OK = 200;
        public static final int NOT_FOUND = 404;

        private final int status;
        private final byte[] body;

        /** {@code status} is that of HTTP: 200 for success, 404 for what is not there. */
        public Answer(int status, byte[] body) {
            this.status = status;
            this.body = body.clone();
        }

        public int status() {
            return status;
        }

        public byte[] body() {
            return body.clone();
        }
    }

    /**
     * Gets what is at an address; where the server sends on, from there.
     *
     * @throws IOException with one sentence for the user where there is no answer
     */
    Answer get(URI address) throws IOException;
}
