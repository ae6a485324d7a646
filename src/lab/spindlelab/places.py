"""Destinations: file systems made for one check and gone after it."""

import contextlib
import ctypes
import os
import subprocess

from .lab import Skipped, need_root, need_space, need_tool, tool

MKFS = {
    "ext4": ("mkfs.ext4", "-q", "-F", "-E", "lazy_itable_init=0,lazy_journal_init=0"),
    "xfs": ("mkfs.xfs", "-q", "-K"),
    "btrfs": ("mkfs.btrfs", "-q", "-K"),
}
KINDS = (*MKFS, "tmpfs")

# For the metadata of a thin disk's file system.
THIN_OVERHEAD = 8 << 20
BLOCKLAB = os.path.join(os.path.dirname(__file__), "..", "block", "blocklab")


@contextlib.contextmanager
def mounted(lab, kind, size, room=None, read_only=False, options=""):
    """A file system of that size; room is what the check will really fill, size if not told."""
    need_root()
    point = lab.new_folder(f"mnt-{kind}")
    backing = point + ".backing"
    try:
        if kind == "tmpfs":
            need_memory(room or size)
            mount("-t", "tmpfs", "-o", f"size={size}", "spindle-lab", point)
        else:
            need_tool(MKFS[kind][0], "losetup")
            if not os.path.exists("/dev/loop-control"):
                raise Skipped("no loop devices here")
            need_space(lab.folder, room or size)
            with open(backing, "wb") as file:
                file.truncate(size)
            tool(*MKFS[kind], backing)
            how = ["loop", *(["ro"] if read_only else []), *([options] if options else [])]
            mount("-o", ",".join(how), backing, point)
        yield point
    finally:
        if os.path.ismount(point):
            tool("umount", point)
        with contextlib.suppress(FileNotFoundError):
            os.unlink(backing)


def mount(*arguments):
    done = subprocess.run(["mount", *arguments], text=True, capture_output=True)
    if done.returncode != 0:
        raise Skipped(f"mount {' '.join(arguments)}: {done.stderr}")


def need_memory(size):
    with open("/proc/meminfo") as file:
        facts = dict(line.split(":") for line in file)
    available = int(facts["MemAvailable"].split()[0]) << 10
    if available < size + (1 << 30):
        raise Skipped(f"{available >> 20} MiB of memory are available, {size >> 20} are needed")


class BlockDisk:
    """A disk that can be slow, frozen, failing or cut off from power, with a file system on it."""

    def __init__(self, folder):
        self.folder = folder

    @property
    def mount_point(self):
        return os.path.join(self.folder, "mnt")

    def up(self, size, kind, cache, touched=False):
        wishes = {"CACHE": cache, "TOUCHED": touched}
        self._call("up", str(size), kind, environment={name: "1" for name, wished in wishes.items() if wished})

    def rate(self, bits_per_second):
        """As nbdkit counts: 240M is 30 MiB/s."""
        self._call("rate", bits_per_second)

    def remount(self):
        """The file system as it lies on the disk, with nothing of it in memory."""
        with open(os.path.join(self.folder, "dev")) as file:
            device = file.read().strip()
        tool("umount", self.mount_point)
        tool("mount", device, self.mount_point)

    def processes(self):
        """Those that are the disk."""
        for name in ("nbdkit.pid", "nbdfuse.pid"):
            with open(os.path.join(self.folder, name)) as file:
                yield int(file.read())

    def freeze(self):
        self._call("freeze")

    def thaw(self):
        self._call("thaw")

    def fail(self, what):
        self._call("fail", what)

    def cut(self, copy):
        self._call("cut", copy)

    def down(self):
        if os.path.exists(os.path.join(self.folder, ".blocklab")):
            self._call("down")

    def _call(self, verb, *arguments, environment=None):
        subprocess.run(
            [BLOCKLAB, verb, self.folder, *arguments],
            env={**os.environ, **(environment or {})},
            stdin=subprocess.DEVNULL,
            check=True,
        )


def need_block_disk():
    need_root()
    need_tool("nbdkit", "nbdfuse", "losetup")
    for device, what in {"/dev/fuse": "FUSE", "/dev/loop-control": "loop devices"}.items():
        if not os.path.exists(device):
            raise Skipped(f"no {what} here")


@contextlib.contextmanager
def block_disk(lab, size, kind="ext4", cache=False, touched=False):
    """A touched one costs its first writer no more than those that follow."""
    need_block_disk()
    disk = BlockDisk(lab.new_folder("disk"))
    try:
        disk.up(size, kind, cache, touched)
        yield disk
    finally:
        disk.down()


class ThinDisk:
    """ext4 without a journal on a loop device whose sparse file lies on a tmpfs smaller than itself."""

    def __init__(self, room_point, device, mount_point):
        self.room_point, self.device, self.mount_point = room_point, device, mount_point

    def is_full(self):
        return os.statvfs(self.room_point).f_bavail == 0

    def grow(self, size):
        tool("mount", "-o", f"remount,size={size}", self.room_point)

    def remount(self):
        tool("umount", self.mount_point)
        tool("mount", self.device, self.mount_point)


@contextlib.contextmanager
def thin_disk(lab, size, room):
    """The device looks as large as size, and has only so much room for data."""
    need_root()
    need_tool("mkfs.ext4", "losetup")
    point = lab.new_folder("mnt-thin")
    with mounted(lab, "tmpfs", room + THIN_OVERHEAD) as room_point:
        backing = os.path.join(room_point, "backing")
        with open(backing, "wb") as file:
            file.truncate(size)
        tool("mkfs.ext4", "-q", "-F", "-b", "4096", "-O", "^has_journal", "-E", "nodiscard", backing)
        device = tool("losetup", "--show", "-f", backing).strip()
        # The loop driver takes a short write for a whole one: page by page there is none.
        limit = f"/sys/block/{os.path.basename(device)}/queue/max_sectors_kb"
        before = swapped(limit, "4")
        try:
            mount(device, point)
            yield ThinDisk(room_point, device, point)
        finally:
            if os.path.ismount(point):
                tool("umount", point)
            # It would outlive the disk.
            swapped(limit, before)
            tool("losetup", "-d", device)


def swapped(path, text):
    """Writes a setting of the kernel; returns what it was."""
    with open(path) as file:
        before = file.read().strip()
    with open(path, "w") as file:
        file.write(text)
    return before


@contextlib.contextmanager
def mounted_image(lab, image):
    """A file system that lies in a file already; both are gone afterwards."""
    point = lab.new_folder("mnt-copy")
    try:
        mount("-o", "loop", image, point)
        yield point
    finally:
        if os.path.ismount(point):
            tool("umount", point)
        os.unlink(image)


def write_back(path):
    """Has the kernel write the file's dirty pages, without its metadata; errors are not ours."""
    every_step = 7
    with open(path, "rb") as file:
        whole = ctypes.c_int64(0), ctypes.c_int64(0)
        ctypes.CDLL(None).sync_file_range(file.fileno(), *whole, every_step)
