"""One contender writes one stream onto one disk."""

import dataclasses
import json
import os
import subprocess
import tempfile
import threading
import time

from contenders import WAYS
from stream import Stream, Takes

# Of a heat in real time: the slowest row takes half a minute.
LIMIT = 600
LOOK = 0.05


@dataclasses.dataclass
class Result:
    """What a heat came to; times in seconds, sizes in bytes."""

    durable: float  # from the first block taken to the end of the program, which is when all is durable
    stall: float
    waited: float
    unconfirmed: int
    cpu: float
    memory: int

    def __str__(self):
        return (
            f"durable {self.durable:.2f} s, longest stall {self.stall:.3f} s, waited {self.waited:.2f} s,"
            f" unconfirmed {self.unconfirmed / 1e6:.1f} MB, cpu {self.cpu:.2f} s, memory {self.memory >> 20} MiB"
        )


def run(way, program, content, row, folder, work):
    """One heat; the copy is compared with the stream and removed."""
    command, name = WAYS[way]
    target = tempfile.mkdtemp(prefix="copy-", dir=folder)
    source = tempfile.mktemp(prefix="source-", dir=work)
    with Stream(source, content, row.size, row.pace) as stream:
        arguments = command(program, stream.path, target)
        with Dirty() as dirty, tempfile.TemporaryFile(dir=work) as output:
            usage, ended = finish(arguments, output, work)
            output.seek(0)
            told = output.read().decode()
        copy = os.path.join(target, name)
        if not stream.is_copy(copy):
            raise RuntimeError(f"{way}: the copy is not what was streamed")
        stream.close()
        with open(stream.log) as log:
            takes = Takes(log, row.size)
    for left in os.listdir(target):
        os.unlink(os.path.join(target, left))
    os.rmdir(target)
    return Result(
        durable=ended - takes.first / 1e9,
        stall=takes.longest(ended),
        waited=takes.waited(),
        unconfirmed=max(dirty.peak, own_peak(told)),
        cpu=usage.ru_utime + usage.ru_stime,
        memory=usage.ru_maxrss << 10,
    )


def own_peak(told):
    """What Spindle itself says; with O_DIRECT nothing of it shows as dirty."""
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
    try:
        _, status, usage = os.wait4(process.pid, 0)
        ended = time.monotonic()
    finally:
        timer.cancel()
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        raise RuntimeError(f"{arguments} ended with {process.returncode}")
    return usage, ended


class Dirty:
    """The most of the page cache that was not on a device yet, beyond what was there before."""

    def __init__(self):
        self.peak = 0
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._look)

    def __enter__(self):
        self._before = dirty()
        self._thread.start()
        return self

    def __exit__(self, *_):
        self._over.set()
        self._thread.join()

    def _look(self):
        while not self._over.wait(LOOK):
            self.peak = max(self.peak, dirty() - self._before)


def dirty():
    with open("/proc/meminfo") as file:
        facts = dict(line.split(":") for line in file)
    return sum(int(facts[name].split()[0]) << 10 for name in ("Dirty", "Writeback"))
