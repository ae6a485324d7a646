"""Write errors at random moments, passing and lasting, with each policy and mechanism."""

import contextlib
import os
import random
import time

from .. import images, judge, places
from ..lab import expect

SIZE = 48 * 1000 * 1000
DISK = 200 << 20
# Two seconds of stream: a fault of up to 1.5 s begins in it.
SPEED = "24M"
# The end of the verdict of a rip that met a fault and got over it.
NOTE = "checked against what was read"
STREAM_SECONDS = SIZE / (24 << 20)
MECHANISMS = ("direct", "dontcache", "range", "datasync")
WAYS = {
    "plain": ("--policy", "plain"),
    "classic": ("--policy", "classic"),
    **{f"steady {m}": ("--policy", "steady", "--mechanism", m) for m in MECHANISMS},
}


def run(lab):
    image = images.random_image(lab, "faults.img", SIZE)
    chance = random.Random(lab.seed)
    print(f"  faults: seed {lab.seed}")
    for way, options in WAYS.items():
        noted, passings = 0, 20 if lab.full else 2
        for number in range(1, passings + 1):
            begin = chance.uniform(0, STREAM_SECONDS)
            length = chance.uniform(0.3, 1.5)
            name = f"faults, {way}, passing {number}: at {begin:.2f} s for {length:.2f} s"
            with lab.check(f"{name}: complete and identical"):
                noted += passing(lab, image, options, begin, length)
        # A fault may fall where nothing is written; most do not.
        with lab.check(f"faults, {way}: {noted} of {passings} passing faults were noted"):
            expect(noted * 2 >= passings, "most faults went by without a word")
        begin = chance.uniform(0, STREAM_SECONDS)
        with lab.check(f"faults, {way}, lasting: from {begin:.2f} s: exit 4, the map holds"):
            lasting(lab, image, options, begin)
        for grows in (True, False) if lab.full else (True,):
            end = "room comes back" if grows else "for good"
            with lab.check(f"faults, {way}, no room on a thin disk, {end}: the map holds, in the end complete"):
                thin(lab, image, options, grows)
    os.unlink(image)


def passing(lab, image, options, begin, length):
    """ext4 without a journal goes on after a write error, and tells it once."""
    with places.block_disk(lab, DISK, "ext4nj") as disk:
        with started(lab, disk, image, options) as (run, folder):
            fault_begins(disk, folder, begin, length / 2)
            time.sleep(length / 2)
            disk.fail("off")
            run.wait(120)
        noted = NOTE in run.out + run.err
        print(f"  {'noted' if noted else 'met nothing that is ours'}")
        # Only what lies on the disk counts: pages in memory may be right and never get there.
        disk.remount()
        if run.exit == 0:
            judge.complete(folder, "faults", image)
        else:
            judge.claims_hold(folder, "faults", image)
        expect(run.exit == 0, f"expected exit 0 after a passing fault: {run}")
        return noted


def lasting(lab, image, options, begin):
    with places.block_disk(lab, DISK, "ext4nj") as disk:
        with started(lab, disk, image, options) as (run, folder):
            fault_begins(disk, folder, begin, 0.5)
            run.wait(120)
        disk.fail("off")
        disk.remount()
        expect(run.exit == 4, f"expected exit 4: {run}")
        judge.claims_hold(folder, "faults", image)


def thin(lab, image, options, grows):
    """ENOSPC when the disk is written, not when the file system is: its blocks lie on a full tmpfs."""
    with places.thin_disk(lab, DISK, SIZE // 2) as disk:
        with started(lab, disk, image, options) as (run, folder):
            run.until(lambda: kick(folder) or disk.is_full(), 30, "full disk", 0.1)
            if grows:
                disk.grow(2 * DISK)
            run.wait(120)
        disk.grow(2 * DISK)
        disk.remount()
        # A full disk ends a rip of the command line at once if a write itself says so.
        expect(run.exit in ((0, 4) if grows else (4,)), f"expected exit 4, or 0 with room: {run}")
        if run.exit == 4:
            judge.claims_hold(folder, "faults", image)
            done = lab.program.run(lab, "rip", image, "-o", folder, "--resume", *options)
            expect(done.exit == 0, f"expected exit 0 once there is room: {done}")
        judge.complete(folder, "faults", image)


@contextlib.contextmanager
def started(lab, disk, image, options):
    """A rip that has begun to write, and its folder."""
    folder = os.path.join(disk.mount_point, "rips")
    part = os.path.join(folder, "faults.iso.part")
    rip = ("rip", f"{image}?speed={SPEED}", "-o", folder, *options)
    with lab.program.started(lab, *rip) as run:
        run.until(lambda: os.path.exists(part) and os.path.getsize(part) > 0, 30, "writing")
        yield run, folder


def fault_begins(disk, folder, begin, pause):
    time.sleep(begin)
    disk.fail("write")
    time.sleep(pause)
    kick(folder)


def kick(folder):
    """With plain the kernel would not write anything by itself so soon."""
    for ending in (".iso.part", ".iso"):
        path = os.path.join(folder, "faults" + ending)
        if os.path.exists(path):
            places.write_back(path)
