package dev.spindle.drive;

/**
 * A way to come to a sector that did not read well. What helped one sector may help its neighbours.
 * Cheap ones stand first.
 */
public enum Approach {
    /** As all others are read. */
    PLAIN,
    /** The sectors before it first, so that the pickup follows the track when it gets there. */
    RUN_UP,
    /** As fast as the drive can, where damage is read slowly else. */
    FASTEST,
    /** By the kernel's block device, which asks in its own way and more than once. */
    BLOCK_DEVICE,
    /** Once the disc has stood still and was spun up again. */
    RESTED
}
