package dev.spindle.writeback;

/**
 * Which policy and controller write back, and the chunk that the controller starts with.
 *
 * @param controller has no meaning for PLAIN, where it is NONE
 * @param chunkBytes more than zero; kept as given until the controller's rule moves it
 */
public record PolicyChoice(Policy policy, Controller controller, long chunkBytes) {
    /** The chunk that {@code classic} starts with. */
    public static final long DEFAULT_CHUNK_BYTES = 32L << 20;

    /** The policies that exist. */
    public enum Policy {
        PLAIN,
        CLASSIC
    }

    /** The chunk controllers that exist. */
    public enum Controller {
        NONE,
        FIXED,
        P95
    }

    public PolicyChoice {
        if (chunkBytes <= 0) {
            throw new IllegalArgumentException("a chunk must be more than zero bytes");
        }
        if ((policy == Policy.PLAIN) != (controller == Controller.NONE)) {
            throw new IllegalArgumentException(policy + " does not go with " + controller);
        }
    }

    /** {@code classic} with {@code p95}: what a rip does unless told otherwise. */
    public static PolicyChoice standard() {
        return new PolicyChoice(Policy.CLASSIC, Controller.P95, DEFAULT_CHUNK_BYTES);
    }

    public static PolicyChoice plain() {
        return new PolicyChoice(Policy.PLAIN, Controller.NONE, DEFAULT_CHUNK_BYTES);
    }
}
