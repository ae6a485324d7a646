package dev.spindle.drive;

/**
 * A way to come to a sector that did not read well. What helped one sector may help its neighbours.
 * Cheap ones stand first.
 */
public enum Approach {
    /** As all others are read. */
    PLAIN(""),
    /** The sectors before it first, so that the pickup follows the track when it gets there. */
    RUN_UP("with a run-up"),
    /** As fast as the drive can, where damage is read slowly else. */
    FASTEST("at full speed"),
    /** By the kernel's block device, which asks in its own way and more than once. */
    BLOCK_DEVICE("by the block device"),
    /** Once the disc has stood still and was spun up again. */
    RESTED("after a rest");

    private final String words;

    Approach(String words) {
        this.words = words;
    }

    /** How it is done, to be put behind "retry"; empty for the plain way. */
    public String words() {
        return words;
    }
}
