"""The power is cut at random moments: the map claims nothing that is not there, and the copy can be completed.

The disk has a volatile cache: what no flush confirmed is not in the copy.
"""

import os
import random

from .. import images, judge, places
from ..lab import expect
from ..tracing import Trace, need_strace

NAME = "cuts"
# One barrier on the way, at 256 MiB, and those of the end.
SIZE = 320 * 1000 * 1000
DISK = 640 << 20
SPEED = "120M"
STREAM_SECONDS = SIZE / (120 << 20)
KINDS = ("ext4", "xfs", "btrfs")
QUICK, FULL = 5, 100
WAYS = (
    ("--policy", "plain"),
    ("--policy", "classic"),
    *(("--policy", "steady", "--mechanism", m) for m in ("direct", "dontcache", "range", "datasync")),
)
# By time, or as something appears in the folder and a few milliseconds later.
PLACES = {
    "by time": (lambda folder: True, 1.3 * STREAM_SECONDS),
    "map": (lambda folder: exists(folder, ".map"), 0.5),
    "named": (lambda folder: exists(folder, ".iso"), 0.3),
    "end": (lambda folder: exists(folder, ".sha256"), 0.3),
}


def run(lab):
    if lab.lacks("cuts", places.need_block_disk, need_strace):
        return
    image = images.random_image(lab, NAME + ".img", SIZE)
    print(f"  cuts: seed {lab.seed}")
    seen = []
    for number in range(FULL if lab.full else QUICK):
        chance = random.Random(f"{lab.seed}-cut-{number}")
        kind, way = KINDS[number % len(KINDS)], chance.choice(WAYS)
        place = chance.choice(list(PLACES))
        name = f"power cut {number + 1}, {kind}, {' '.join(way[1::2])}, {place}"
        with lab.check(f"{name}: the map holds, --resume completes"):
            seen.append(cut(lab, image, kind, way, place, chance))
    if seen:
        print(f"  cuts: {len(seen)} copies; {sum(seen) >> 20} MiB claimed by their maps, all there")
    os.unlink(image)


def cut(lab, image, kind, way, place, chance):
    """Returns how many bytes the copy's map called finished."""
    copy = lab.path("cut.img")
    with places.block_disk(lab, DISK, kind, cache=True) as disk:
        folder = os.path.join(disk.mount_point, "rips")
        with lab.program.started(lab, "rip", f"{image}?speed={SPEED}", "-o", folder, *way) as run:
            is_there, longest = PLACES[place]
            # Its first calls: before them there is nothing to cut.
            run.waits_for(lambda: exists(folder, ".iso.part") or not run.is_running(), 30, "writing")
            run.waits_for(lambda: is_there(folder) or not run.is_running(), 120, place)
            run.waits_for_end(chance.uniform(0, longest))
            disk.cut(copy)
            run.process.kill()
            run.wait(60)
    with places.mounted_image(lab, copy) as point:
        return completed(lab, image, os.path.join(point, "rips"), way)


def exists(folder, ending):
    return os.path.exists(os.path.join(folder, NAME + ending))


def completed(lab, image, folder, way):
    os.makedirs(folder, exist_ok=True)
    claimed = judge.claims_hold(folder, NAME, image)
    trace = Trace(lab.path("cuts.trace"), [image])
    rip = ("rip", image, "-o", folder, "--resume", *way)
    done = lab.program.run(lab, *rip, before=trace.before)
    expect(done.exit == 0, f"expected exit 0 of the resume: {done}")
    judge.complete(folder, NAME, image)
    judge.nothing_read_twice(trace.reads(), claimed)
    os.unlink(trace.path)
    return sum(size for _, size in claimed)
