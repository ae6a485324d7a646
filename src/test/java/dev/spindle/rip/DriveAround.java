package dev.spindle.rip;

import dev.spindle.drive.Drive;
import dev.spindle.drive.DriveInfo;
import dev.spindle.drive.medium.Medium;
import dev.spindle.run.StopToken;

import java.io.IOException;
import java.util.OptionalLong;

/** A drive that is another one but for how it reads. */
interface DriveAround extends Drive {
    /** The other one. */
    Drive drive();

    @Override
    default DriveInfo info() {
        return drive().info();
    }

    @Override
    default long lengthBytes() {
        return drive().lengthBytes();
    }

    @Override
    default int sectorBytes() {
        return drive().sectorBytes();
    }

    @Override
    default OptionalLong topBytesPerSecond() {
        return drive().topBytesPerSecond();
    }

    @Override
    default int sectorsPerRead() {
        return drive().sectorsPerRead();
    }

    @Override
    default Medium medium() {
        return drive().medium();
    }

    @Override
    default void awaitDisc(StopToken stop) throws IOException {
        drive().awaitDisc(stop);
    }

    @Override
    default void close() {
        drive().close();
    }
}
