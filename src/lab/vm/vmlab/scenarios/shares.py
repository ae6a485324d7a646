"""Rips onto a share whose server, disk or wire fails meanwhile."""

import contextlib
import os
import signal
import time

from spindlelab import blame, happenings, judge
from spindlelab.lab import Skipped, expect

from ..ripping import LONGEST, kept
from ..shares.nfs import Nfs
from ..shares.server import POINT, STORE
from ..shares.smb import Smb

NAME = "LAB_LARGE"
# 6 MB: all is read while the share is away, or, the slower way, the first barrier falls into it.
SPEED, SLOW_SPEED = "1M", "400K"
AWAY, LONG_AWAY = 10, 180
# Of the stalled time; in the emulator the program itself has stalls of its own.
ENOUGH = 0.7
TRUTH_SECONDS, VERDICT_SECONDS = 1.0, 12.0
LOOK_SECONDS = 0.05


def nfs4(lab):
    """rips onto NFS 4.2: the server slow, frozen, killed, cut off, full; nothing lost, Stop answers"""
    with Nfs(4) as server:
        checked(lab, server)


def nfs3(lab):
    """the same onto NFS 3"""
    with Nfs(3) as server:
        checked(lab, server)


def smb(lab):
    """the same onto SMB 3.1.1 (Samba)"""
    with Smb() as server:
        checked(lab, server)


def checked(lab, server):
    share = Share(lab, server)
    for what, check in {
        "whole, and told as what it is": sound,
        "a slow line: SLOW at most, the share is billed": slow,
        f"server frozen for {AWAY} s: complete, the share is billed": frozen,
        f"server killed, and back after {AWAY} s: nothing lost": killed,
        f"wire cut for {AWAY} s: complete, the share is billed": cut,
        "wire cut: Stop answers within 1 s, and the rest resumes": stopped,
        "wire cut before the start: Stop answers within 1 s": refused,
        "the server's disk full: said so, and goes on when there is room": full,
    }.items():
        with lab.check(what) as notes:
            check(share, notes)
    with lab.check(f"wire cut for {LONG_AWAY} s: DEGRADED, and back") as notes:
        if not lab.full:
            raise Skipped("takes four minutes: --full")
        degraded(share, notes)


class Share:
    """A folder for each rip, as the client shows it (`seen`) and as it lies on the server's disk (`stored`)."""

    def __init__(self, lab, server):
        self.lab, self.server = lab, server
        self.image = lab.discs["large"]
        self._next()

    def _next(self):
        folder = self.lab.new_folder("rips", STORE)
        self.stored = folder
        self.seen = os.path.join(POINT, os.path.basename(folder))
        self.log = self.lab.path(os.path.basename(folder) + ".jsonl")

    @contextlib.contextmanager
    def rip(self, *options, speed=SPEED, fresh=True):
        if fresh:
            self._next()
        words = ("rip", f"{self.image}?speed={speed}", "-o", self.seen, "--name", NAME, "--events", self.log, *options)
        with self.lab.program.started(self.lab, *words) as run:
            yield run

    def has_begun(self, run):
        """What is on the server's disk can be looked at whatever the share does."""
        part = os.path.join(self.stored, NAME + ".iso.part")
        run.until(lambda: os.path.exists(part) and os.path.getsize(part) > 1 << 20, LONGEST, "bytes on the server", 0.1)

    def has_map(self, run):
        run.until(lambda: NAME + ".map" in os.listdir(self.stored), LONGEST, "what the server has confirmed", 0.1)

    def ends_whole(self, run):
        run.wait(LONGEST)
        expect(run.exit == 0, f"expected exit 0: {run}")
        self.is_whole()

    def is_whole(self):
        judge.complete(self.stored, NAME, self.image)

    def resumes(self):
        with self.rip("--resume", speed="20M", fresh=False) as run:
            self.ends_whole(run)

    def is_billed(self, notes):
        """The right side, and the health on the way."""
        matrix = blame.Matrix()
        matrix.add(blame.Truth("STORAGE"), blame.stalls(self.log))
        billed = blame.verdict(self.log)["stalledSeconds"]
        causes = {s["cause"] for s in blame.stalls(self.log) if s["side"] == "STORAGE" and s["seconds"] > 1}
        notes.append(f"{matrix}, {sorted(causes)}")
        expect(max(billed, key=billed.get) == "STORAGE", f"billed {billed}: {blame.stalls(self.log)}")
        expect(matrix.share() >= ENOUGH or matrix.wrong() < 1, str(matrix))

    def health(self):
        return happenings.states(happenings.read(self.log), "health")


def sound(share, notes):
    with share.rip(speed="20M") as run:
        share.ends_whole(run)
        notes.append(run.out.splitlines()[0])
        expect(share.server.promise in run.out, f"expected '{share.server.promise}': {run}")
    kinds = {event["kind"] for event in happenings.read(share.log) if event["type"] == "sample"}
    expect(kinds - {None} == {share.server.badge}, f"shown as {kinds}")


def slow(share, notes):
    share.server.wire.slow(250_000)
    try:
        with share.rip(speed="2M") as run:
            share.ends_whole(run)
    finally:
        share.server.wire.fast()
    seen = happenings.way(share.health())
    notes.append(happenings.told(share.health()))
    expect("DEGRADED" not in seen, f"a slow line is no dead one: {happenings.told(share.health())}")
    share.is_billed(notes)


def frozen(share, notes):
    with share.rip() as run:
        share.has_begun(run)
        share.server.freeze()
        time.sleep(AWAY)
        share.server.thaw()
        share.ends_whole(run)
    share.is_billed(notes)


def cut(share, notes):
    with share.rip() as run:
        share.has_begun(run)
        share.server.wire.cut()
        time.sleep(AWAY)
        share.server.wire.heal()
        share.ends_whole(run)
    share.is_billed(notes)


def killed(share, notes):
    with share.rip() as run:
        share.has_begun(run)
        share.server.kill()
        time.sleep(AWAY)
        share.server.start()
        run.wait(LONGEST)
        notes.append(f"exit {run.exit}, {[line for line in run.err.splitlines() if 'spindle:' in line]}")
        if run.exit == 0:
            share.is_whole()
            return
        expect(run.exit in (4, 7), f"expected exit 0, 4 or 7: {run}")
    judge.claims_hold(share.stored, NAME, share.image)
    share.resumes()


def stopped(share, notes):
    with share.rip(speed=SLOW_SPEED) as run:
        share.has_map(run)
        share.server.wire.cut()
        try:
            time.sleep(3)
            asked = time.monotonic()
            run.signal(signal.SIGTERM)
            run.waits_for(lambda: "stopping" in run.err, LONGEST, "word on Stop", pause=LOOK_SECONDS)
            word = time.monotonic() - asked
            run.waits_for(lambda: "Stopped at" in run.out, LONGEST, "verdict", pause=LOOK_SECONDS)
            verdict = time.monotonic() - asked
        finally:
            share.server.wire.heal()
        run.wait(LONGEST)
        notes.append(f"answered after {word:.2f} s, verdict after {verdict:.2f} s")
        expect(run.exit == 3, f"expected exit 3: {run}")
        expect(word <= TRUTH_SECONDS, f"answered after {word:.2f} s")
        expect(verdict <= VERDICT_SECONDS, f"verdict after {verdict:.2f} s")
    kept(share.stored, NAME, share.image)
    share.resumes()


def refused(share, notes):
    """Nothing is known of the folder yet."""
    share.server.wire.cut()
    try:
        with share.rip() as run:
            run.until(lambda: hangs(run.process.pid), LONGEST, "a call to the share that hangs", pause=0.5)
            asked = time.monotonic()
            run.signal(signal.SIGTERM)
            run.waits_for(lambda: "topp" in run.err + run.out, LONGEST, "word on Stop", pause=LOOK_SECONDS)
            word = time.monotonic() - asked
            notes.append(f"answered after {word:.2f} s: {run.err.splitlines()[-1]}")
            share.server.wire.heal()
            run.wait(LONGEST)
            expect(run.exit == 3, f"expected exit 3: {run}")
            expect(word <= TRUTH_SECONDS, f"answered after {word:.2f} s")
    finally:
        share.server.wire.heal()
    judge.empty(share.stored)


def full(share, notes):
    filler = os.path.join(STORE, "filler")
    with share.rip(speed=SLOW_SPEED) as run:
        share.has_begun(run)
        fill(filler)
        run.wait(LONGEST)
    os.unlink(filler)
    expect(run.exit == 4, f"expected exit 4: {run}")
    notes.append(run.out.splitlines()[0])
    expect("no space left" in run.out, f"expected what is the matter: {run}")
    judge.claims_hold(share.stored, NAME, share.image)
    share.resumes()


def degraded(share, notes):
    with share.rip(speed="28K") as run:
        share.has_begun(run)
        share.server.wire.cut()
        time.sleep(LONG_AWAY)
        share.server.wire.heal()
        share.ends_whole(run)
    seen = [s for s in happenings.way(share.health()) if s != "SLOW"]
    notes.append(happenings.told(share.health()))
    # A client that gives up by itself tells errors instead of hanging: nothing is still then.
    on_the_way = ["DEGRADED", "RECOVERING"] if share.server.waits else ["RECOVERING"]
    expect(seen == ["HEALTHY", *on_the_way, "HEALTHY"], str(seen))
    share.is_billed(notes)


def hangs(pid):
    """Whether a thread of the process has slept in one and the same call to the client for two seconds."""
    seen = waiting(pid)
    time.sleep(2)
    return bool(seen & waiting(pid))


def waiting(pid):
    threads = set()
    for thread in os.listdir(f"/proc/{pid}/task"):
        with contextlib.suppress(OSError), open(f"/proc/{pid}/task/{thread}/wchan") as file:
            where = file.read()
            if where.startswith(("rpc_", "wait_for_response", "nfs")):
                threads.add((thread, where))
    return threads


def fill(path):
    """All that is left, and what is reserved for root too, as which servers write."""
    room = os.statvfs(os.path.dirname(path))
    with open(path, "wb") as file:
        os.posix_fallocate(file.fileno(), 0, room.f_bfree * room.f_bsize * 9 // 10)
        file.seek(0, os.SEEK_END)
        with contextlib.suppress(OSError):
            while file.write(bytes(1 << 16)):
                file.flush()
