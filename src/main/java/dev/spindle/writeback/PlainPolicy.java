package dev.spindle.writeback;

/** Writes only; the kernel decides when pages go to the device. */
final class PlainPolicy implements WritebackPolicy {
    @Override
    public boolean isDue(long positionBytes) {
        return false;
    }

    @Override
    public void progress(long positionBytes) {}

    @Override
    public void seek(long positionBytes) {}

    @Override
    public void finish() {}

    @Override
    public PolicyStatus status() {
        return new PolicyStatus("plain", "buffered", 0, 0, false, "");
    }
}
