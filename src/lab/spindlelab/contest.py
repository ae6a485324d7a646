"""The policies against each other on a slow disk: one rip each in turn, round after round."""

import contextlib
import os
import shutil
import statistics
import subprocess
import sys
import time

from . import judge, places
from .lab import Skipped

WAYS = {
    "plain": ("--policy", "plain"),
    "classic": ("--policy", "classic"),
    "steady": ("--policy", "steady"),
    **{
        f"steady {m}": ("--policy", "steady", "--mechanism", m)
        for m in ("range", "dontcache", "datasync")
    },
}
FIGURES = (
    "durableSeconds",
    "longestWriterStallSeconds",
    "p999WriterStallSeconds",
    "readerWaitSeconds",
    "peakUnconfirmedBytes",
    "cpuSeconds",
)
BUDGET = 64 << 20
# Rounds may also have this way: the source without a disk.
ALONE = "source alone"
MEMORY_ROOM = 64 << 20


class Contest:
    """Rips the same image onto the same disk again and again."""

    def __init__(self, lab, disk, image, pause):
        self.lab, self.disk, self.image, self.pause = lab, disk, image, pause
        self.over_budget = []

    def rounds(self, title, ways, count, drive="", neighbour=0):
        """The verdicts of each way; who comes first alternates."""
        verdicts = {way: [] for way in ways}
        for number in range(count):
            for way in ways if number % 2 == 0 else reversed(ways):
                verdict = self._alone(drive) if way == ALONE else self._rip(way, drive, neighbour)
                verdicts[way].append(verdict)
                print(f"{title} {number + 1}, {way}: {figures(verdict)}", flush=True)
                self._check_budget(way, verdict)
        return verdicts

    def _rip(self, way, drive, neighbour):
        self._settle()
        folder = os.path.join(self.disk.mount_point, "rips")
        rip = ("rip", self.image + drive, "-o", folder, "--hash", "none", "--json", *WAYS[way])
        with self._neighbour(neighbour):
            done = self.lab.program.run(self.lab, *rip)
        if done.exit != 0:
            sys.exit(f"the rip failed: {done}")
        judge.identical(os.path.join(folder, "bench.iso"), self.image)
        for name in os.listdir(folder):
            os.unlink(os.path.join(folder, name))
        return done.json()

    def _alone(self, drive):
        """What the source itself needs: the same rip into memory, where nothing is waited for."""
        self._settle()
        with places.mounted(self.lab, "tmpfs", os.path.getsize(self.image) + MEMORY_ROOM) as folder:
            rip = ("rip", self.image + drive, "-o", folder, "--hash", "none", "--json")
            done = self.lab.program.run(self.lab, *rip)
        if done.exit != 0:
            sys.exit(f"the rip failed: {done}")
        return done.json()

    def _settle(self):
        """The same for each: image in memory, nothing left to write, the rate's burst refilled."""
        with open(self.image, "rb", buffering=0) as file:
            while file.read(4 << 20):
                pass
        subprocess.run(["sync", "-f", self.disk.mount_point], check=True)
        time.sleep(self.pause)

    @contextlib.contextmanager
    def _neighbour(self, size):
        """A second process that has dirtied so many bytes on the same disk when the rip begins."""
        if not size:
            yield
            return
        path = os.path.join(self.disk.mount_point, "neighbour")
        write = ["dd", "if=/dev/zero", f"of={path}", "bs=1M", f"count={size >> 20}", "status=none"]
        process = subprocess.Popen(write)
        try:
            yield
        finally:
            process.kill()
            process.wait()
            os.unlink(path)

    def _check_budget(self, way, verdict):
        peak = verdict["peakUnconfirmedBytes"]
        if way.startswith("steady") and peak > BUDGET:
            self.over_budget.append(f"{way}: {peak} bytes unconfirmed, {BUDGET} allowed")


def figures(verdict):
    told = [f"{name} {verdict[name]:.3f}" for name in FIGURES if name != "peakUnconfirmedBytes"]
    told.append(f"peakUnconfirmedBytes {verdict['peakUnconfirmedBytes'] / (1 << 20):.1f} MiB")
    return ", ".join(told) + f" ({verdict['mechanism'] or 'no mechanism'})"


def median(verdicts, figure):
    return statistics.median(v[figure] for v in verdicts)


def medians(title, verdicts):
    for way, found in verdicts.items():
        told = figures({f: median(found, f) for f in FIGURES} | {"mechanism": found[-1]["mechanism"]})
        print(f"{title} medians of {len(found)}, {way}: {told}")


def ratios(verdicts):
    """How each steady way stands against the founding policies."""
    stall, durable = "longestWriterStallSeconds", "durableSeconds"
    if "classic" not in verdicts:
        return
    founding = [way for way in ("plain", "classic") if way in verdicts]
    better = min(median(verdicts[way], durable) for way in founding)
    for way in (w for w in verdicts if w.startswith("steady")):
        stalls = median(verdicts[way], stall) / median(verdicts["classic"], stall)
        times = median(verdicts[way], durable) / better
        print(
            f"ratio, {way}: longest stall {stalls:.3f} of classic's,"
            f" time to durable {times:.3f} of the better of {' and '.join(founding)}"
        )


def against_source(title, verdicts, seconds):
    """Against what the source needs, seen in the same rounds, and against what its speed says."""
    alone = [v["readSeconds"] for v in verdicts[ALONE]]
    for way, found in ((w, f) for w, f in verdicts.items() if w != ALONE):
        pairs = [v["durableSeconds"] / a for v, a in zip(found, alone, strict=True)]
        waits = max(v["readerWaitSeconds"] for v in found)
        print(
            f"{title}, {way}: durable after {statistics.median(pairs):.4f} of the time that the source"
            f" needs by itself (median {statistics.median(alone):.2f} s), pair by pair"
            f" {', '.join(f'{p:.4f}' for p in pairs)}; {median(found, 'durableSeconds') / seconds:.3f} of"
            f" the {seconds:.2f} s that its speed says; the reader waited {waits:.3f} s at most"
        )


def quiet_folder(otherwise, needed):
    """Memory: each FLUSH of a disk that lies on the machine's own waits for that one too, which then is measured."""
    memory = "/dev/shm"
    try:
        places.need_memory(needed)
        has_room = os.path.ismount(memory) and shutil.disk_usage(memory).free > needed
    except Skipped:
        has_room = False
    found = memory if has_room else otherwise
    print(f"image and disk in {found}", flush=True)
    return found


def disk(lab, kind="ext4"):
    """Room for the image, and for the neighbour beside it."""
    return places.block_disk(lab, 8 << 30, kind)
