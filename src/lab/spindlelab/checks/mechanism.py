"""Which mechanism `steady` chooses on each file system, why, and whether it keeps the page cache free."""

import contextlib
import ctypes
import os
import subprocess
import time

from .. import happenings, images, judge, places
from ..lab import Skipped, expect, need_tool, tool

SIZE = 60 * 1000 * 1000
DISK = 600 << 20
# An unaligned tail, and what lies around the last chunk's edges (aligned to 1 MiB).
NEAR_NOTHING = 2 << 20
BYPASSING = ("direct", "dontcache", "range")
SPEED = "20M"
BUDGET = "16M"
# The head of the file is written through the cache before the mechanism is known to work.
MOST_CACHED = {"direct": NEAR_NOTHING, "dontcache": 18 << 20, "range": 18 << 20}
# The number is the same on all architectures.
CACHESTAT = 451


def run(lab):
    image = images.random_image(lab, "mechanism.img", SIZE)
    for name, place in PLACES.items():
        with lab.check(f"mechanism, {name}: chosen with a reason, identical, does what it says"):
            with place(lab) as folder:
                one(lab, image, name, folder)
    os.unlink(image)


def one(lab, image, name, point):
    seen = control(lab, image, os.path.join(point, "control"))
    folder = os.path.join(point, "rips")
    log = lab.path("mechanism.jsonl")
    rip = ("rip", f"{image}?speed={SPEED}", "-o", folder, "--policy", "steady", "--budget", BUDGET, "--json")
    with lab.program.started(lab, *rip, "--events", log) as run:
        most = most_cached(os.path.join(folder, "mechanism.iso.part"), run)
        run.wait(60)
    expect(run.exit == 0, f"expected exit 0: {run}")
    left = cached_bytes(os.path.join(folder, "mechanism.iso"))
    changes = happenings.states(happenings.read(log), "mechanism")
    os.unlink(log)
    used = run.json()["mechanism"]
    print(
        f"  {name}: {used}; in the page cache {most >> 10} KiB at most, {left >> 10} KiB in the end"
        f" ({seen >> 10} KiB with plain); {happenings.told(changes)}"
    )
    judge.complete(folder, "mechanism", image)
    expect(changes, f"no event tells the mechanism: {run}")
    expect(changes[-1]["to"] == used, f"the events end with {changes[-1]}, the verdict says {used}")
    expect(all(c["why"] for c in changes), f"no reason is told: {changes}")
    if used in BYPASSING:
        expect(seen > SIZE // 2, f"plain left only {seen} bytes cached: this check can't see anything here")
        expect(left <= NEAR_NOTHING, f"{used} left {left} bytes in the page cache")
        expect(most <= MOST_CACHED[used], f"{used} had up to {most} bytes in the page cache")
    else:
        expect(used == "datasync", f"an unknown mechanism {used}")
    if name in ONLY_SYNC:
        expect(used == "datasync", f"{used} on {name}, where only fdatasync says what it does")


def control(lab, image, folder):
    """What the page cache holds of a file that plain wrote: all, or this way of looking is blind."""
    done = lab.program.run(lab, "rip", image, "-o", folder, "--policy", "plain", "--hash", "none")
    expect(done.exit == 0, f"expected exit 0: {done}")
    path = os.path.join(folder, "mechanism.iso")
    cached = cached_bytes(path)
    os.unlink(path)
    return cached


def most_cached(path, run):
    """The most that the page cache held of the file while it was written."""
    most = 0
    while run.is_running():
        try:
            most = max(most, cached_bytes(path))
        except FileNotFoundError:
            pass
        time.sleep(0.02)
    return most


def cached_bytes(path):
    """By cachestat(2), which Linux has since 6.5."""
    whole_file, result = (ctypes.c_uint64 * 2)(0, 0), (ctypes.c_uint64 * 5)()
    with open(path, "rb") as file:
        if ctypes.CDLL(None, use_errno=True).syscall(CACHESTAT, file.fileno(), whole_file, result, 0) != 0:
            raise Skipped(f"cachestat: {os.strerror(ctypes.get_errno())}")
    return result[0] * os.sysconf("SC_PAGE_SIZE")


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
