"""The destination or the source changes while a rip goes on: what it ends with is said, nothing is claimed falsely."""

import contextlib
import os
import resource
import signal
import subprocess
import time

from .. import happenings, images, judge, places
from ..lab import expect, need_tool, tool
from ..tracing import Trace

NAME = "place"
MIB = 1 << 20
SIZE = 60 * MIB
ROOM = 400 * MIB
SPEED = "20M"


def run(lab):
    image = images.random_image(lab, NAME + ".img", SIZE)
    for what, check in {
        "full before the map of the end": full_before_map,
        "full before the sidecars": full_before_sidecars,
        "quota reached meanwhile": quota,
        "file-size limit lowered meanwhile": limit_lowered,
        "folder removed meanwhile": folder_removed,
        "turned read-only meanwhile": read_only,
        "unmounted meanwhile": unmounted,
        "covered by another file system meanwhile": covered,
        "source truncated meanwhile": source_truncated,
        "source removed meanwhile": source_removed,
        "program stopped for 10 s (SIGSTOP)": suspended,
    }.items():
        with lab.check(f"meanwhile, {what}"):
            check(lab, image)
    os.unlink(image)


@contextlib.contextmanager
def ripping(lab, image, folder, *options, **how):
    """A rip that has written a part of its image."""
    rip = ("rip", f"{image}?speed={SPEED}", "-o", folder, *options)
    part = os.path.join(folder, NAME + ".iso.part")
    with lab.program.started(lab, *rip, **how) as run:
        run.until(lambda: os.path.exists(part) and os.path.getsize(part) > 10 * MIB, 40, "writing")
        yield run


def ends(run, exit_code, *words):
    run.wait(120)
    expect(run.exit == exit_code, f"expected exit {exit_code}: {run}")
    everything = run.out + run.err
    for word in words:
        expect(word in everything, f"expected '{word}': {run}")
    for inside in ("Exception", "\tat "):
        expect(inside not in everything, f"{inside!r} is shown to the user: {run}")


def resumes(lab, image, folder):
    done = lab.program.run(lab, "rip", image, "-o", folder, "--resume")
    expect(done.exit == 0, f"expected exit 0 of the resume: {done}")
    judge.complete(folder, NAME, image)


def full_before_map(lab, image):
    full_before(lab, image, "fdatasync", r"fdatasync\(.*\.iso\.part", named=False)


def full_before_sidecars(lab, image):
    full_before(lab, image, "renameat2", r"renameat2\(", named=True)


def full_before(lab, image, call, pattern, named):
    """The last room is taken while that call is held up."""
    with places.mounted(lab, "ext4", ROOM) as point:
        folder = os.path.join(point, "rips")
        endings = (".iso.part", ".iso", ".map.tmp", ".sha256.tmp")
        paths = [os.path.join(folder, NAME + ending) for ending in endings]
        trace = Trace(lab.path("place.trace"), paths, call, 4)
        with lab.program.started(lab, "rip", image, "-o", folder, before=trace.before) as run:
            run.until(lambda: trace.has(pattern), 60, call, pause=0.01)
            filler = fill(point)
            ends(run, 4, "no space")
        expect(named == os.path.exists(os.path.join(folder, NAME + ".iso")), f"named: {run}")
        left = judge.files(folder)
        expect(not any(f.endswith(".tmp") for f in left), f"left: {left}, {run}")
        judge.claims_hold(folder, NAME, image)
        os.unlink(filler)
        os.unlink(trace.path)
        resumes(lab, image, folder)


def fill(point):
    filler = os.path.join(point, "filler")
    for size in (MIB, 4096):
        with open(filler, "ab", buffering=0) as file, contextlib.suppress(OSError):
            while True:
                file.write(b"x" * size)
    return filler


def quota(lab, image):
    """The limit of a btrfs subvolume holds for root too, and statfs tells nothing of it."""
    need_tool("btrfs")
    with places.mounted(lab, "btrfs", ROOM) as point:
        folder = os.path.join(point, "rips")
        tool("btrfs", "quota", "enable", point)
        tool("btrfs", "subvolume", "create", folder)
        with ripping(lab, image, folder) as run:
            tool("btrfs", "qgroup", "limit", "24M", folder)
            ends(run, 4, "quota")
        judge.claims_hold(folder, NAME, image)
        tool("btrfs", "qgroup", "limit", "none", folder)
        resumes(lab, image, folder)


def limit_lowered(lab, image):
    with places.mounted(lab, "ext4", ROOM) as point:
        folder = os.path.join(point, "rips")
        with ripping(lab, image, folder) as run:
            resource.prlimit(run.process.pid, resource.RLIMIT_FSIZE, (30 * MIB, 30 * MIB))
            ends(run, 4, "too large")
        judge.claims_hold(folder, NAME, image)
        resumes(lab, image, folder)


def folder_removed(lab, image):
    with places.mounted(lab, "ext4", ROOM) as point:
        folder = os.path.join(point, "rips")
        with ripping(lab, image, folder) as run:
            for name in os.listdir(folder):
                os.unlink(os.path.join(folder, name))
            os.rmdir(folder)
            ends(run, 4, "removed")
        judge.empty(point)
        resumes(lab, image, folder)


def read_only(lab, image):
    """As ext4 does it by itself after an error of the disk."""
    with places.mounted(lab, "ext4", ROOM) as point:
        folder = os.path.join(point, "rips")
        with ripping(lab, image, folder) as run:
            tool("mount", "-o", "remount,abort", point)
            ends(run, 4)
        judge.claims_hold(folder, NAME, image)
        device = tool("findmnt", "-no", "SOURCE", point).strip()
        image_file = tool("losetup", "-nO", "BACK-FILE", device).strip()
        tool("umount", point)
        tool("mount", "-o", "loop", image_file, point)
        judge.claims_hold(folder, NAME, image)
        resumes(lab, image, folder)


def unmounted(lab, image):
    """Lazily: the open files live on, and the names lead to the folder below."""
    with places.mounted(lab, "ext4", ROOM) as point:
        backing = point + ".backing"
        with ripping(lab, image, point) as run:
            tool("umount", "-l", point)
            ends(run, 4, "unmounted")
        expect(not os.listdir(point), f"in the folder below: {os.listdir(point)}, {run}")
        mount_again(backing, point)
        judge.claims_hold(point, NAME, image)
        resumes(lab, image, point)


def mount_again(backing, point):
    """The lazy one lets its device go only with its last file."""
    end = time.monotonic() + 20
    while tool("losetup", "-j", backing) and time.monotonic() < end:
        time.sleep(0.1)
    places.mount("-o", "loop", backing, point)


def covered(lab, image):
    with places.mounted(lab, "ext4", ROOM) as point:
        folder = os.path.join(point, "rips")
        with ripping(lab, image, folder) as run:
            places.mount("-t", "tmpfs", "spindle-lab", folder)
            try:
                ends(run, 4, "replaced")
                expect(not os.listdir(folder), f"in the other file system: {os.listdir(folder)}, {run}")
            finally:
                tool("umount", folder)
        judge.claims_hold(folder, NAME, image)
        resumes(lab, image, folder)


def source_truncated(lab, image):
    source = lab.path("source.img")
    subprocess.run(["cp", image, source], check=True)
    folder = lab.new_folder("place")
    with ripping(lab, source, folder, "--name", NAME) as run:
        os.truncate(source, 30 * MIB)
        run.wait(120)
        expect(run.exit in (2, 5), f"expected exit 2 or 5: {run}")
        expect("Complete" not in run.out, f"a short source is called complete: {run}")
    judge.claims_hold(folder, NAME, image)
    subprocess.run(["cp", image, source], check=True)
    done = lab.program.run(lab, "rip", source, "-o", folder, "--name", NAME, "--resume")
    expect(done.exit == 0, f"expected exit 0 with the whole source: {done}")
    judge.complete(folder, NAME, image)
    os.unlink(source)


def source_removed(lab, image):
    """An open image stays readable: the rip does not even notice."""
    source = lab.path("source.img")
    os.link(image, source)
    folder = lab.new_folder("place")
    with ripping(lab, source, folder, "--name", NAME) as run:
        os.unlink(source)
        ends(run, 0)
    judge.complete(folder, NAME, image)


def suspended(lab, image):
    """The time in which it did not run is its own, neither the drive's nor the storage's."""
    folder = lab.new_folder("place")
    events = lab.path("place.jsonl")
    with ripping(lab, image, folder, "--events", events) as run:
        run.signal(signal.SIGSTOP)
        time.sleep(10)
        run.signal(signal.SIGCONT)
        ends(run, 0)
    judge.complete(folder, NAME, image)
    verdict = happenings.read(events)[-1]
    stalled = verdict["stalledSeconds"]
    expect(stalled["SELF"] >= 9, f"10 s of standing still are not SELF: {stalled}")
    expect(stalled["DRIVE"] + stalled["STORAGE"] < 5, f"billed to others: {stalled}")
    os.unlink(events)
