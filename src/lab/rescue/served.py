"""A damaged disc served as a block device: nbdkit, nbdfuse and a loop device over them."""

import contextlib
import os
import shutil
import subprocess
import tempfile
import time

LAB = os.path.dirname(os.path.abspath(__file__))
TOOLS = ("nbdkit", "nbdfuse", "losetup", "fusermount3", "ddrescue", "ddrescuelog", "cc")


class Device:
    """The device and its log; what it made is undone when the context ends."""

    def __init__(self, picture, seed, parent, healed=False):
        self.picture = picture
        self.seed = seed
        self.folder = tempfile.mkdtemp(prefix="disc-", dir=parent)
        self.log = os.path.join(self.folder, "log")
        self.clock = os.path.join(self.folder, "clock")
        with open(self.clock, "wb") as clock:
            clock.write(bytes(8))
        self._undo = contextlib.ExitStack()
        try:
            self._start(healed)
        except BaseException:
            self._undo.close()
            raise

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self._undo.close()

    def _start(self, healed):
        self._undo.callback(shutil.rmtree, self.folder, ignore_errors=True)
        socket = os.path.join(self.folder, "sock")
        mount = os.path.join(self.folder, "fuse")
        os.mkdir(mount)
        server = subprocess.Popen(
            ["nbdkit", "-f", "-r", "-U", socket, "python", os.path.join(LAB, "device.py")]
            + [f"lab={LAB}", f"picture={self.picture}", f"seed={self.seed}"]
            + [f"log={self.log}", f"clock={self.clock}", f"healed={int(healed)}"],
            env={**os.environ, "PYTHONDONTWRITEBYTECODE": "1"},
            stderr=subprocess.DEVNULL,  # it tells every failed read at length
            start_new_session=True,
        )
        self._undo.callback(end, server)
        wait_for(socket, server)
        fuse = subprocess.Popen(
            ["nbdfuse", "-r", mount, "--unix", socket],
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
        self._undo.callback(end, fuse)
        self._undo.callback(
            subprocess.run, ["fusermount3", "-u", "-z", mount], stderr=subprocess.DEVNULL
        )
        file = os.path.join(mount, "nbd")
        wait_for(file, fuse)
        self.path = output("losetup", "-r", "--direct-io=on", "--show", "-f", file).strip()
        self._undo.callback(subprocess.run, ["losetup", "-d", self.path])

    def environment(self, library):
        """For a program that is to live on the disc's time."""
        home = os.path.dirname(self.clock)
        return {**os.environ, "HOME": home, "DISC_CLOCK": self.clock, "LD_PRELOAD": library}

    def commands(self):
        """What was read so far: (micros, lba, count, good, real begin, real end)."""
        with open(self.log) as log:
            return [tuple(int(word) for word in line.split()) for line in log]


def clock_library(folder):
    """Compiles the library that shows programs the disc's time."""
    library = os.path.join(folder, "discclock.so")
    source = os.path.join(LAB, "discclock.c")
    subprocess.run(["cc", "-O2", "-shared", "-fPIC", "-o", library, source, "-ldl"], check=True)
    return library


def wait_for(path, process, timeout=60):
    deadline = time.monotonic() + timeout
    while not os.path.exists(path):
        if process.poll() is not None or time.monotonic() > deadline:
            raise RuntimeError(f"{path} does not appear")
        time.sleep(0.02)


def end(process):
    process.terminate()
    try:
        process.wait(5)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


def output(*command):
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout
