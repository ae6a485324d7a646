"""Which mechanism `steady` chooses on each file system, why, and whether it keeps the page cache free."""

import contextlib
import os
import subprocess

from .. import happenings, images, judge, places
from ..lab import expect, need_tool, tool

SIZE = 60 * 1000 * 1000
DISK = 600 << 20
# An unaligned tail, and what lies around the last chunk's edges (aligned to 1 MiB).
NEAR_NOTHING = 2 << 20
BYPASSING = ("direct", "dontcache", "range")


def run(lab):
    image = images.random_image(lab, "mechanism.img", SIZE)
    for name, place in PLACES.items():
        with lab.check(f"mechanism, {name}: chosen with a reason, identical, does what it says"):
            with place(lab) as folder:
                one(lab, image, name, folder)
    os.unlink(image)


def one(lab, image, name, point):
    folder = os.path.join(point, "rips")
    log = lab.path("mechanism.jsonl")
    rip = ("rip", image, "-o", folder, "--policy", "steady", "--json", "--events", log)
    done = lab.program.run(lab, *rip)
    expect(done.exit == 0, f"expected exit 0: {done}")
    resident = resident_bytes(os.path.join(folder, "mechanism.iso"))
    changes = happenings.states(happenings.read(log), "mechanism")
    os.unlink(log)
    used = done.json()["mechanism"]
    print(f"  {name}: {used}, {resident} bytes stay in the page cache; {happenings.told(changes)}")
    judge.complete(folder, "mechanism", image)
    expect(changes, f"no event tells the mechanism: {done}")
    expect(changes[-1]["to"] == used, f"the events end with {changes[-1]}, the verdict says {used}")
    expect(all(c["why"] for c in changes), f"no reason is told: {changes}")
    if used in BYPASSING:
        expect(resident <= NEAR_NOTHING, f"{used} left {resident} bytes in the page cache")
    else:
        expect(used == "datasync", f"an unknown mechanism {used}")
    if name in ONLY_SYNC:
        expect(used == "datasync", f"{used} on {name}, where only fdatasync says what it does")


def resident_bytes(path):
    need_tool("fincore")
    return int(tool("fincore", "--bytes", "--noheadings", "--output", "RES", path))


def made(kind, options=""):
    return lambda lab: places.mounted(lab, kind, DISK, 150 << 20, options=options)


@contextlib.contextmanager
def overlay(lab):
    with places.mounted(lab, "ext4", DISK, 150 << 20) as base:
        lower, upper, work, point = (os.path.join(base, n) for n in ("lower", "upper", "work", "all"))
        for folder in (lower, upper, work, point):
            os.mkdir(folder)
        folders = f"lowerdir={lower},upperdir={upper},workdir={work}"
        with unmounted_after(point):
            places.mount("-t", "overlay", "-o", folders, "spindle-lab", point)
            yield point


@contextlib.contextmanager
def fuse(lab):
    need_tool("bindfs")
    with places.mounted(lab, "ext4", DISK, 150 << 20) as base:
        shown, point = os.path.join(base, "shown"), lab.new_folder("mnt-fuse")
        os.mkdir(shown)
        with unmounted_after(point):
            tool("bindfs", shown, point)
            yield point


@contextlib.contextmanager
def unmounted_after(point):
    try:
        yield
    finally:
        if os.path.ismount(point):
            # FUSE servers let go a moment after their last file is closed.
            for _ in range(50):
                if subprocess.run(["umount", point], capture_output=True).returncode == 0:
                    break


PLACES = {
    "ext4": made("ext4"),
    "xfs": made("xfs"),
    "btrfs": made("btrfs"),
    "btrfs compressed": made("btrfs", "compress-force=zstd"),
    "tmpfs": made("tmpfs"),
    "overlayfs": overlay,
    "FUSE": fuse,
}
ONLY_SYNC = ("tmpfs", "overlayfs", "FUSE")
