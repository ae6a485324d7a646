"""One rip after another onto a share, seen from both sides, and what goes on there."""

import contextlib
import os
import time

from spindlelab import blame, happenings, judge
from spindlelab.lab import expect

from ..ripping import LONGEST
from .server import POINT, STORE

NAME = "LAB_LARGE"
# 6 MB: all is read while the share is away, or, the slower way, the first barrier falls into it.
SPEED, SLOW_SPEED = "1M", "400K"
# Of the stalled time; in the emulator the program itself has stalls of its own.
ENOUGH = 0.7


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
        blame.storage_is_billed(self.log, notes, ENOUGH)

    def health(self):
        return happenings.states(happenings.read(self.log), "health")


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
    # Without a buffer, whose rest closing would write.
    with open(path, "wb", buffering=0) as file, contextlib.suppress(OSError):
        os.posix_fallocate(file.fileno(), 0, room.f_bfree * room.f_bsize * 9 // 10)
        file.seek(0, os.SEEK_END)
        while file.write(bytes(1 << 16)):
            pass
