package dev.spindle.drive.linux;

import dev.spindle.drive.DriveInfo;
import dev.spindle.os.Storage;

import java.util.stream.Collectors;

/** What sysfs shows of all drives and their discs, as one text that changes when they do. */
final class DriveSigns {
    private final Sysfs sysfs;
    private final OpticalDrives drives;

    DriveSigns(Storage storage) {
        this.sysfs = new Sysfs(storage);
        this.drives = new OpticalDrives(storage);
    }

    String now() {
        return drives.list().stream().map(this::of).collect(Collectors.joining("\n"));
    }

    private String of(DriveInfo drive) {
        String name = drive.address().substring("/dev/".length());
        return String.join(
                " ",
                name,
                drive.vendor(),
                drive.model(),
                drive.serial(),
                sysfs.text(Sysfs.attribute(name, "diskseq")),
                sysfs.text(Sysfs.attribute(name, "size")));
    }
}
