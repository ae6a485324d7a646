package dev.spindle.os.script;

/** The calls of {@link dev.spindle.os.Storage} and {@link dev.spindle.os.StorageFile}. */
public enum CallKind {
    OPEN("open"),
    WRITE("pwrite"),
    WRITE_UNCACHED("pwritev2"),
    READ("pread"),
    KICK("sync_file_range"),
    AWAIT("sync_file_range"),
    WRITE_AND_WAIT("sync_file_range"),
    DROP("posix_fadvise"),
    FSTATFS("fstatfs"),
    TRUNCATE("ftruncate"),
    RESERVE("fallocate"),
    DISCARD("fallocate"),
    SYNC_DATA("fdatasync"),
    SYNC("fsync"),
    LOCK("flock"),
    CLOSE("close"),
    FACTS("fstat"),
    CACHED_BYTES("cachestat"),
    DEVICE_SIZE("ioctl"),
    LOOK_UP("statx"),
    FILE_SYSTEM("statfs"),
    MAKE_FOLDER("mkdir"),
    REMOVE_FOLDER("rmdir"),
    LIST("readdir"),
    RENAME_KEEPING("renameat2"),
    RENAME_OVER("rename"),
    REMOVE("unlink"),
    SYNC_FOLDER("fsync");

    private final String call;

    CallKind(String call) {
        this.call = call;
    }

    /** The C name, as it stands in errors. */
    String call() {
        return call;
    }
}
