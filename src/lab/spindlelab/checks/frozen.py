"""A disk that freezes while the program is at one thing or another: Stop is answered, and nothing is lost.

Each state is reached by holding a call up before it begins: the disk freezes meanwhile, and the call finds it frozen.
"""

import os
import re
import signal
import statistics
import time
from dataclasses import dataclass

from .. import happenings, images, judge, places
from ..lab import expect
from ..tracing import Trace, need_strace

NAME = "frozen"
SIZE = 48 * 1000 * 1000
DISK = 400 << 20
# 2.4 s of reading.
SPEED = "20M"
HELD_SECONDS = 1.0
FROZEN_SECONDS = 1.0
# The promise is a second. Where other work keeps the machine busy more is taken, and told.
PROMISE, BUSY = 1.0, 2.5
# A destination without any movement is refused after half a minute.
REFUSAL = 45

CLASSIC = ("--policy", "classic", "--controller", "fixed", "--chunk", "4M")
PART = r".*/frozen\.iso\.part"


def steady(mechanism):
    return ("--policy", "steady", "--mechanism", mechanism)


@dataclass(frozen=True)
class State:
    """What the program is at: the call that is held up, and how it is told from others of its name."""

    name: str
    options: tuple
    held: str
    pattern: str
    after: str = ""
    # With nothing left to stop the rip may end complete.
    may_complete: bool = False


STATES = (
    State("opening", (), "openat", rf"openat\({PART}.*O_CREAT"),
    State("writing, plain", ("--policy", "plain"), "pwrite64:6+", rf"pwrite64\({PART}.*, 4194304"),
    State("writing, direct", steady("direct"), "pwrite64:6+", rf"pwrite64\({PART}.*, 4194304"),
    State("writing, dontcache", steady("dontcache"), "pwritev2:6+", rf"pwritev2\({PART}.*, 4194304"),
    State("kicking, classic", CLASSIC, "sync_file_range", rf"sync_file_range\({PART}.*RANGE_WRITE"),
    State("confirming, classic", CLASSIC, "sync_file_range", rf"sync_file_range\({PART}.*, SYNC_FILE_RANGE_WAIT_AFTER"),
    State("confirming, range", steady("range"), "sync_file_range", rf"sync_file_range\({PART}.*WAIT_BEFORE\|"),
    State("confirming, datasync", steady("datasync"), "fdatasync", rf"fdatasync\({PART}"),
    State("syncing", (), "fdatasync", rf"fdatasync\({PART}"),
    State("saving the map", (), "fsync", r"fsync\(.*/frozen\.map\.tmp"),
    State("naming the map", (), "rename", r"rename\(.*/frozen\.map\.tmp"),
    State("renaming", (), "renameat2", r"renameat2\("),
    State("syncing the folder", (), "fsync", r"fsync\(.*/rips>", after=r"renameat2\("),
    State("saving the hash", (), "fsync", r"fsync\(.*/frozen\.sha256\.tmp"),
    State("closing", (), "close", r"close\(.*/frozen\.iso", after=r"fsync\(.*/frozen\.sha256", may_complete=True),
)
QUICK = {"ext4": STATES}
# btrfs takes no uncached writes: the program says so, and goes by ranges there.
FULL = {"ext4": STATES, "xfs": STATES, "btrfs": tuple(s for s in STATES if "dontcache" not in s.name)}


def run(lab):
    if lab.lacks("frozen", places.need_block_disk, need_strace):
        return
    image = images.random_image(lab, NAME + ".img", SIZE)
    latencies, reads = [], []
    for kind, states in (FULL if lab.full else QUICK).items():
        for state in states:
            with lab.check(f"frozen, {kind}, {state.name}: Stop is answered, --resume completes"):
                frozen(lab, image, kind, state, latencies, reads)
    told("verdict after SIGTERM", latencies)
    told("last read of the source after SIGTERM", reads)
    for kind in FULL if lab.full else QUICK:
        with lab.check(f"frozen, {kind}, before it begins: refused with the reason"):
            cold(lab, image, kind)
        with lab.check(f"frozen, {kind}, another rip on the stuck disk: refused with the reason"):
            beside(lab, image, kind)
    os.unlink(image)


def told(what, seconds):
    if seconds:
        middle, most = statistics.median(seconds), max(seconds)
        load = os.getloadavg()[0]
        print(f"  frozen: {what}: median {middle:.2f} s, maximum {most:.2f} s of {len(seconds)}; load {load:.1f}")


def frozen(lab, image, kind, state, latencies, reads):
    with places.block_disk(lab, DISK, kind) as disk:
        folder = os.path.join(disk.mount_point, "rips")
        trace = Trace(lab.path("frozen.trace"), paths(folder, image), state.held, HELD_SECONDS)
        events = lab.path("frozen.jsonl")
        rip = ("rip", f"{image}?speed={SPEED}", "-o", folder, "--events", events, *state.options)
        with lab.program.started(lab, *rip, before=trace.before) as run:
            run.until(lambda: trace.has(state.pattern, state.after), 60, state.name, pause=0.01)
            disk.freeze()
            time.sleep(HELD_SECONDS + FROZEN_SECONDS)
            if run.is_running() and not run.out:
                answers(events)
                stopped(run, state, trace, image, latencies, reads)
            verdict = time.time()
            told_once = run.out
            if lab.full:
                refused(lab, "rip", image, "-o", folder, words=("another rip", "does not answer"))
            again(run, told_once)
            disk.thaw()
            run.wait(60)
            expect(run.exit == 3 or (state.may_complete and run.exit == 0), f"expected exit 3: {run}")
            expect(run.out == told_once, f"more was told after the verdict: {run}")
        nothing_after(trace, verdict)
        judge.claims_hold(folder, NAME, image)
        finish(lab, folder, image, state)
    for path in (trace.path, events):
        os.unlink(path)


def paths(folder, image):
    """What the trace looks at: the source, and each file of the rip."""
    endings = (".iso.part", ".iso", ".map", ".map.tmp", ".sha256", ".sha256.tmp", ".rip.json", ".rip.json.tmp")
    return [image, folder, *(os.path.join(folder, NAME + ending) for ending in endings)]


def answers(events):
    """The engine goes on telling what it is at: what window and command line draw from."""
    before = len(happenings.read(events))
    time.sleep(2)
    seen = len(happenings.read(events)) - before
    expect(seen >= 5, f"only {seen} samples within two seconds of the frozen disk")


def stopped(run, state, trace, image, latencies, reads):
    begin, at = time.monotonic(), time.time()
    run.signal(signal.SIGTERM)
    run.until(lambda: run.out.endswith("\n"), 20, f"verdict while {state.name}")
    seconds = time.monotonic() - begin
    latencies.append(seconds)
    limit = BUSY if os.getloadavg()[0] > os.cpu_count() else PROMISE
    expect(seconds <= limit, f"the verdict came {seconds:.2f} s after the signal: {run}")
    last = max(t for t, text in trace.settled() if re.match(rf"p?read\w*\(\d+<{image}>", text))
    reads.append(max(0.0, last - at))
    expect(last <= at + limit, f"the source was read {last - at:.2f} s after the signal")


def refused(lab, *rip, words):
    """Its sentence comes while the place is stuck; the kernel may hold the process longer."""
    with lab.program.started(lab, *rip) as run:
        run.waits_for(lambda: len(sentences(run)) > 0, REFUSAL, "refusal")
        told_to_user = sentences(run)
        expect(len(told_to_user) == 1, f"expected one sentence: {run}")
        expect(any(w in told_to_user[0] for w in words), f"expected one of {words}: {run}")
        return told_to_user[0]


def sentences(run):
    """The refusals, without what was told on the way; a rip that had opened its file tells its verdict instead."""
    lines = [line for line in run.err.splitlines() if line.startswith("spindle: ")]
    return [line for line in lines if "the destination is " not in line] or run.out.splitlines()[:1]


def again(run, told_once):
    """A second Stop changes nothing, whether or not the kernel still holds the process."""
    if run.is_running():
        run.signal(signal.SIGTERM)
        time.sleep(0.2)
    expect(run.out == told_once, f"a second SIGTERM told something: {run}")


def nothing_after(trace, verdict):
    late = [text for begun, text in trace.settled() if begun > verdict]
    expect(not late, f"calls after the verdict: {late[:3]}")


def finish(lab, folder, image, state):
    done = lab.program.run(lab, "rip", image, "-o", folder, "--resume")
    expect(done.exit == 0, f"expected exit 0 of the resume after {state.name}: {done}")
    judge.complete(folder, NAME, image, others=next_name(folder) if state.may_complete else ())


def next_name(folder):
    """What the kernel made for the rip that was refused, where the first had its image already: empty files."""
    others = [name for name in judge.files(folder) if name.startswith(NAME + "-2.")]
    filled = [name for name in others if os.path.getsize(os.path.join(folder, name)) > 0]
    expect(not filled, f"the refused rip wrote: {filled}")
    return others


def cold(lab, image, kind):
    """Nothing of the disk is in memory, and it does not answer."""
    with places.block_disk(lab, DISK, kind) as disk:
        folder = os.path.join(disk.mount_point, "rips")
        os.mkdir(folder)
        disk.remount()
        disk.freeze()
        refused(lab, "rip", image, "-o", folder, words=("does not answer",))
        disk.thaw()
        finish(lab, folder, image, STATES[0])


def beside(lab, image, kind):
    """The names are in memory, the disk has work of a first rip, and it does not answer."""
    with places.block_disk(lab, DISK, kind) as disk:
        folder = os.path.join(disk.mount_point, "rips")
        part = os.path.join(folder, NAME + ".iso.part")
        with lab.program.started(lab, "rip", f"{image}?speed={SPEED}", "-o", folder) as first:
            first.until(lambda: os.path.exists(part) and os.path.getsize(part) > 0, 30, "writing")
            disk.freeze()
            other = ("rip", image, "-o", folder, "--name", "other")
            refused(lab, *other, words=("does not answer",))
            disk.thaw()
            first.wait(120)
            expect(first.exit == 0, f"expected exit 0 of the first: {first}")
        judge.complete(folder, NAME, image, others=other_rest(folder))


def other_rest(folder):
    """What the kernel completed of the refused one by itself."""
    return [name for name in judge.files(folder) if name.startswith("other.")]
