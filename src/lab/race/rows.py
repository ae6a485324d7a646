"""The ten rows of the race, and how each destination is made."""

import contextlib
import dataclasses
import os
import subprocess

MB = 1_000_000
# Rates at the outer edge: CD at 48 × 150 KiB/s, DVD at 16 × 1.352 MB/s, Blu-ray at 8 × 4.496 MB/s.
CD, DVD, BD, UNPACED = 48 * 153_600, 16 * 1_352_000, 8 * 4_496_000, 0
# Room for the stream, the file system and what a neighbour writes.
SLACK = 3 << 30


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


ROWS = (
    Row("10 MB/s × CD", 10 * MB, CD, mib(160)),
    Row("10 MB/s × DVD", 10 * MB, DVD, mib(224)),
    Row("30 MB/s × CD", 30 * MB, CD, mib(160)),
    Row("30 MB/s × DVD", 30 * MB, DVD, mib(448)),
    Row("30 MB/s × BD", 30 * MB, BD, mib(640)),
    Row("30 MB/s × unpaced", 30 * MB, UNPACED, mib(640)),
    Row("30 MB/s × DVD, second writer", 30 * MB, DVD, mib(320), neighbour=True),
    Row("100 MB/s × BD", 100 * MB, BD, mib(768)),
    Row("100 MB/s × unpaced", 100 * MB, UNPACED, mib(1536)),
    Row("own file system × unpaced", 0, UNPACED, mib(4096)),
)


@contextlib.contextmanager
def folder(lab, row, places):
    """Where the row's copies go."""
    if row.disk == 0:
        yield lab.new_folder("own")
        return
    with places.block_disk(lab, SLACK) as disk:
        disk.rate(str(row.disk * 8))
        yield disk.mount_point


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
