package dev.spindle.timeline;

import java.util.Optional;

/**
 * What was seen of a storage call while it lasted.
 *
 * @param cause what that tells of the reason; empty where it tells nothing
 * @param text for people who ask: where in the kernel the call was
 */
public record Evidence(Optional<StorageCause> cause, String text) {}
