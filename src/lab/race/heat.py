"""One contender writes one stream onto one disk."""

import contextlib
import dataclasses
import json
import os
import subprocess
import tempfile
import threading
import time

import watch
from contenders import WAYS
from stream import Stream, Takes

# Spindle writes that the rip is complete once the image has its name and all is synced; others tell it by their end.
RECORD = ".rip.json.tmp"
# Of a heat in real time; at its own size a row takes half a minute.
LIMIT = 1200
LOOK = 0.05


@dataclasses.dataclass
class Result:
    """What a heat came to; times in seconds, sizes in bytes."""

    durable: float  # from the first block taken
    ended: float  # the same to the end of the program
    stall: float
    stall_at: float  # share of the stream
    waited: float
    unconfirmed: int
    cpu: float
    memory: int

    def __str__(self):
        return (
            f"durable {self.durable:.2f} s, ended {self.ended:.2f} s, longest stall {self.stall:.3f} s at {self.stall_at:.0%}, waited {self.waited:.2f} s,"
            f" unconfirmed {self.unconfirmed / 1e6:.1f} MB, cpu {self.cpu:.2f} s, memory {self.memory >> 20} MiB"
        )


def run(way, program, content, row, place, work):
    """One heat; the copy is compared with the stream and removed."""
    command, name = WAYS[way]
    target = tempfile.mkdtemp(prefix="copy-", dir=place.folder)
    source = tempfile.mktemp(prefix="source-", dir=work)
    with Stream(source, content, row.size, row.pace) as stream:
        arguments = command(program, stream.path, target)
        with Ahead(target) as ahead, watch.Creations(target) as created, tempfile.TemporaryFile(dir=work) as output:
            usage, ended, memory = finish(arguments, output, work)
            output.seek(0)
            told = output.read().decode()
        copy = os.path.join(target, name)
        with place.unhurried():
            if not stream.is_copy(copy):
                raise RuntimeError(f"{way}: the copy is not what was streamed")
        stream.close()
        with open(stream.log) as log:
            takes = Takes(log, row.size)
    durable = min(ended, created.last(RECORD, ended))
    stall, stall_at = takes.longest(durable)
    for left in os.listdir(target):
        os.unlink(os.path.join(target, left))
    os.rmdir(target)
    return Result(
        durable=durable - takes.first / 1e9,
        ended=ended - takes.first / 1e9,
        stall=stall,
        stall_at=stall_at,
        waited=takes.waited(),
        unconfirmed=max(ahead.peak, own_peak(told)),
        cpu=usage.ru_utime + usage.ru_stime,
        memory=memory,
    )


def own_peak(told):
    """What Spindle itself says: it counts to the byte."""
    try:
        return json.loads(told).get("peakUnconfirmedBytes", 0)
    except ValueError:
        return 0


def finish(arguments, output, home):
    """Runs to the end; the usage is of the process and its children."""
    process = subprocess.Popen(
        arguments,
        stdin=subprocess.DEVNULL,
        stdout=output,
        env={**os.environ, "HOME": home},
        start_new_session=True,
    )
    timer = threading.Timer(LIMIT, process.kill)
    timer.start()
    memory = Memory(process.pid)
    try:
        with memory:
            _, status, usage = os.wait4(process.pid, 0)
            ended = time.monotonic()
    finally:
        timer.cancel()
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        raise RuntimeError(f"{arguments} ended with {process.returncode}")
    return usage, ended, memory.peak


class Memory:
    """The most memory that a process or a child of it held; its usage would begin with that of whoever started it."""

    def __init__(self, pid):
        self.peak = 0
        self._pid = pid
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._look)

    def __enter__(self):
        self._thread.start()

    def __exit__(self, *_):
        self._over.set()
        self._thread.join()

    def _look(self):
        while not self._over.wait(LOOK):
            with contextlib.suppress(OSError):
                with open(f"/proc/{self._pid}/task/{self._pid}/children") as file:
                    pids = [self._pid, *file.read().split()]
                self.peak = max(self.peak, *(high_water(pid) for pid in pids))


def high_water(pid):
    """Of a process since its program began (proc_pid_status(5), VmHWM); one that has just ended has none."""
    with open(f"/proc/{pid}/status") as file:
        return int(next((line for line in file if line.startswith("VmHWM:")), "VmHWM: 0").split()[1]) << 10


class Ahead:
    """The most that was written to the copy and had not reached its device, looked at twenty times a second."""

    def __init__(self, folder):
        self.peak = 0
        self._folder = folder
        device = os.stat(folder).st_dev
        self._statistics = f"/sys/dev/block/{os.major(device)}:{os.minor(device)}/stat"
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._look)

    def __enter__(self):
        self._before = self._written()
        self._thread.start()
        return self

    def __exit__(self, *_):
        self._over.set()
        self._thread.join()

    def _written(self):
        """To the device, by whomever: the seventh figure, in sectors of 512 bytes (Documentation/block/stat.rst)."""
        with open(self._statistics) as file:
            return int(file.read().split()[6]) * 512

    def _look(self):
        while not self._over.wait(LOOK):
            # The size first: what reaches the device in between makes it look like less, never like more.
            # A file that gets its name just now is looked at the next time.
            with contextlib.suppress(FileNotFoundError):
                size = max((entry.stat().st_size for entry in os.scandir(self._folder)), default=0)
                self.peak = max(self.peak, size - (self._written() - self._before))
