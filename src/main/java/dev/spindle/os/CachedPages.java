package dev.spindle.os;

/**
 * What of a range lies in the page cache, in whole pages.
 *
 * @param cachedBytes in the cache at all
 * @param dirtyBytes changed, and not on their way to the device
 * @param writebackBytes on their way to the device
 */
public record CachedPages(long cachedBytes, long dirtyBytes, long writebackBytes) {
    /** Nothing of it is cached. */
    public static final CachedPages NONE = new CachedPages(0, 0, 0);
}
