"""The ten rows of the race, and how each destination is made."""

import contextlib
import dataclasses
import os
import subprocess

MB = 1_000_000
# Rates at the outer edge: CD at 48 × 150 KiB/s, DVD at 16 × 1.352 MB/s, Blu-ray at 8 × 4.496 MB/s.
CD, DVD, BD, UNPACED = 48 * 153_600, 16 * 1_352_000, 8 * 4_496_000, 0
# Room beside the stream: for the file system and what a neighbour writes.
SLACK = 2 << 30


@dataclasses.dataclass(frozen=True)
class Row:
    """A disk of so many bytes a second (0: the machine's own file system) and a stream."""

    name: str
    disk: int
    pace: int
    size: int
    neighbour: bool = False


def mib(count):
    return count << 20


# A quarter of a minute each, and half a minute where the disk is the slower one: what memory takes at first must not be most of it.
ROWS = (
    Row("10 MB/s × CD", 10 * MB, CD, mib(104)),
    Row("10 MB/s × DVD", 10 * MB, DVD, mib(320)),
    Row("30 MB/s × CD", 30 * MB, CD, mib(104)),
    Row("30 MB/s × DVD", 30 * MB, DVD, mib(320)),
    Row("30 MB/s × BD", 30 * MB, BD, mib(896)),
    Row("30 MB/s × unpaced", 30 * MB, UNPACED, mib(896)),
    Row("30 MB/s × DVD, second writer", 30 * MB, DVD, mib(160), neighbour=True),
    Row("100 MB/s × BD", 100 * MB, BD, mib(512)),
    Row("100 MB/s × unpaced", 100 * MB, UNPACED, mib(1024)),
    Row("own file system × unpaced", 0, UNPACED, mib(4096)),
)


class Place:
    """Where the row's copies go."""

    def __init__(self, folder, disk, rate):
        self.folder = folder
        self._disk = disk
        self._rate = rate

    @contextlib.contextmanager
    def unhurried(self):
        """In which its disk is as fast as it can be, as nobody is measured."""
        self._limit(0)
        yield
        self._limit(self._rate)

    def _limit(self, bytes_per_second):
        if self._disk:
            self._disk.rate(str(bytes_per_second * 8))


@contextlib.contextmanager
def place(lab, row, places):
    if row.disk == 0:
        yield Place(lab.new_folder("own"), None, 0)
        return
    with places.block_disk(lab, row.size + SLACK, touched=True) as disk:
        disk.rate(str(row.disk * 8))
        yield Place(disk.mount_point, disk, row.disk)


@contextlib.contextmanager
def neighbour(row, point):
    """A process that writes to the same disk all the while, through the page cache."""
    if not row.neighbour:
        yield
        return
    path = os.path.join(point, "neighbour")
    script = 'while :; do dd if=/dev/zero of="$1" bs=1M count=1024 conv=notrunc status=none; done'
    process = subprocess.Popen(["sh", "-c", script, "sh", path], start_new_session=True)
    try:
        yield
    finally:
        os.killpg(process.pid, 15)
        process.wait()
        os.unlink(path)
