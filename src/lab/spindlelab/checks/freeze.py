"""A disk that hangs is DEGRADED and comes back; a slow one is SLOW and nothing worse."""

import os
import time

from .. import happenings, images, judge, places
from ..lab import Skipped, expect

FROZEN_SECONDS = 45
# Paced at 20 MiB/s: 81 s, of which at least 40 lie behind the thaw.
LONG = 1700 * 1000 * 1000
LONG_DISK = 2600 << 20
# nbdkit counts bits: 30 MiB/s and 2 MiB/s.
USUAL, SLOW = "240M", "16M"
SHORT = 40 * 1000 * 1000


def run(lab):
    with lab.check("freeze, slow disk (2 MiB/s): SLOW, never DEGRADED"):
        slow(lab)
    with lab.check(f"freeze of {FROZEN_SECONDS} s: DEGRADED, RECOVERING, HEALTHY again, complete"):
        if not lab.full:
            raise Skipped("takes two minutes: --full")
        frozen(lab)


def slow(lab):
    image = images.random_image(lab, "slow.img", SHORT)
    with places.block_disk(lab, 400 << 20) as disk:
        disk.rate(SLOW)
        folder = os.path.join(disk.mount_point, "rips")
        # All of it fits into the ring: reading is over long before the disk is.
        changes = ripped(lab, image, image, folder, lambda: None)
        disk.rate("0")
        seen = happenings.way(changes)
        expect("SLOW" in seen, f"never SLOW: {happenings.told(changes)}")
        expect("DEGRADED" not in seen, f"a slow disk is not a dead one: {happenings.told(changes)}")
    os.unlink(image)


def frozen(lab):
    image = images.random_image(lab, "freeze.img", LONG)
    with places.block_disk(lab, LONG_DISK) as disk:
        disk.rate(USUAL)
        folder = os.path.join(disk.mount_point, "rips")

        def freeze_and_thaw():
            time.sleep(15)
            disk.freeze()
            time.sleep(FROZEN_SECONDS)
            disk.thaw()

        changes = ripped(lab, image, image + "?speed=20M", folder, freeze_and_thaw)
        disk.rate("0")
        # SLOW may come before and after: a call over 5 s is slow until it is 30 s old.
        seen = [s for s in happenings.way(changes) if s != "SLOW"]
        wanted = ["HEALTHY", "DEGRADED", "RECOVERING", "HEALTHY"]
        expect(without_repeats(seen) == wanted, f"not {wanted}: {happenings.told(changes)}")
    os.unlink(image)


def ripped(lab, image, drive, folder, meanwhile, *options):
    """The changes of health of a rip that must end complete."""
    log = lab.path("freeze.jsonl")
    name = os.path.basename(image).removesuffix(".img")
    rip = ("rip", drive, "-o", folder, "--policy", "steady", "--events", log, *options)
    with lab.program.started(lab, *rip) as run:
        meanwhile()
        run.wait(600)
        expect(run.exit == 0, f"expected exit 0: {run}")
    changes = happenings.states(happenings.read(log), "health")
    os.unlink(log)
    print(f"  {name}: {happenings.told(changes)}")
    judge.complete(folder, name, image)
    return changes


def without_repeats(words):
    return [w for i, w in enumerate(words) if i == 0 or words[i - 1] != w]
