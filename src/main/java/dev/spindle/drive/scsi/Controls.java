package dev.spindle.drive.scsi;

import dev.spindle.os.scsi.ScsiCommand;
import dev.spindle.os.scsi.ScsiCommand.Direction;

import java.time.Duration;
import java.util.OptionalLong;

/** Commands that change how the drive behaves (MMC-6, SPC-4), never what it is allowed to read. */
public final class Controls {
    private static final Duration QUICK = Duration.ofSeconds(10);

    /** Trays are slow, and a disc may have to spin up. */
    private static final Duration MOVING = Duration.ofSeconds(60);

    /** Speeds are told in thousands of bytes a second. */
    private static final int UNIT_BYTES = 1000;

    /** SET CD SPEED: as fast as the drive can. */
    private static final int FASTEST = 0xFFFF;

    /** SET STREAMING: more than any drive does, so its maximum (as libburn writes it). */
    private static final int FASTEST_STREAM = 0x1000_0000;

    private static final int STREAM_DESCRIPTOR_BYTES = 28;

    private static final int SECOND_MILLIS = 1000;

    private Controls() {}

    /** SET CD SPEED for reading; the speed of writing is left at its fastest. */
    public static ScsiCommand setCdSpeed(OptionalLong bytesPerSecond) {
        int units = (int) Math.min(units(bytesPerSecond, FASTEST), FASTEST);
        return new ScsiCommand(
                Direction.NONE,
                QUICK,
                Bytes.of(0xBB, 0, units >> 8, units, 0xFF, 0xFF, 0, 0, 0, 0, 0, 0));
    }

    /** SET STREAMING; its descriptor is {@link #streamDescriptor}. */
    public static ScsiCommand setStreaming() {
        return new ScsiCommand(
                Direction.TO_DEVICE,
                QUICK,
                Bytes.of(0xB6, 0, 0, 0, 0, 0, 0, 0, 0, 0, STREAM_DESCRIPTOR_BYTES, 0));
    }

    /** So many bytes within a second, for all sectors up to this one. */
    public static byte[] streamDescriptor(OptionalLong bytesPerSecond, long lastLba) {
        int units = (int) Math.min(units(bytesPerSecond, FASTEST_STREAM), FASTEST_STREAM);
        var descriptor = new byte[STREAM_DESCRIPTOR_BYTES];
        put32(descriptor, 8, (int) lastLba);
        put32(descriptor, 12, units);
        put32(descriptor, 16, SECOND_MILLIS);
        put32(descriptor, 20, units);
        put32(descriptor, 24, SECOND_MILLIS);
        return descriptor;
    }

    /** PREVENT ALLOW MEDIUM REMOVAL. */
    public static ScsiCommand lock(boolean prevent) {
        return new ScsiCommand(Direction.NONE, QUICK, Bytes.of(0x1E, 0, 0, 0, prevent ? 1 : 0, 0));
    }

    /** START STOP UNIT: opens the tray. */
    public static ScsiCommand eject() {
        return startStop(0b10);
    }

    /** START STOP UNIT: closes the tray. */
    public static ScsiCommand load() {
        return startStop(0b11);
    }

    /** START STOP UNIT: spins up. */
    public static ScsiCommand start() {
        return startStop(0b01);
    }

    /** START STOP UNIT: lets the disc stand still. */
    public static ScsiCommand stop() {
        return startStop(0b00);
    }

    private static ScsiCommand startStop(int loadAndStart) {
        return new ScsiCommand(Direction.NONE, MOVING, Bytes.of(0x1B, 0, 0, 0, loadAndStart, 0));
    }

    /** MODE SELECT(10) of a page, whose bytes come with a head of eight. */
    public static ScsiCommand modeSelect(int bytes) {
        return new ScsiCommand(
                Direction.TO_DEVICE,
                QUICK,
                Bytes.of(0x55, 0x10, 0, 0, 0, 0, 0, bytes >> 8, bytes, 0));
    }

    private static long units(OptionalLong bytesPerSecond, int fastest) {
        return bytesPerSecond.isPresent()
                ? Math.max(1, (bytesPerSecond.getAsLong() + UNIT_BYTES - 1) / UNIT_BYTES)
                : fastest;
    }

    private static void put32(byte[] bytes, int at, int value) {
        bytes[at] = (byte) (value >> 24);
        bytes[at + 1] = (byte) (value >> 16);
        bytes[at + 2] = (byte) (value >> 8);
        bytes[at + 3] = (byte) value;
    }
}
