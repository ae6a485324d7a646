"""The source of a heat: nbdkit and nbdfuse around source.py, and what its log tells."""

import contextlib
import os
import signal
import subprocess
import time

HERE = os.path.dirname(os.path.abspath(__file__))
TOOLS = ("nbdkit", "nbdfuse", "fusermount3", "ddrescue", "dd")
# No divisor of anything: a block that is shifted by a power of two is another one.
# A look at the disc's structures goes before the stream, and its end is no wait of it.
BEGIN_BYTES = 4 << 20
CONTENT_BYTES = 67_108_859


def make_content(path):
    with open(path, "wb") as file:
        file.write(os.urandom(CONTENT_BYTES))


class Stream:
    """A file that is read at a drive's pace; what it made is undone when the context ends."""

    def __init__(self, folder, content, size, pace):
        self.folder, self.content, self.size, self.pace = folder, content, size, pace
        self.log = os.path.join(folder, "log")
        self._undo = contextlib.ExitStack()

    def __enter__(self):
        os.mkdir(self.folder)
        try:
            self._start()
        except BaseException:
            self._undo.close()
            raise
        return self

    def __exit__(self, *_):
        self.close()

    def close(self):
        """Afterwards the log is whole."""
        self._undo.close()

    def _start(self):
        socket = os.path.join(self.folder, "sock")
        mount = os.path.join(self.folder, "fuse")
        os.mkdir(mount)
        server = subprocess.Popen(
            ["nbdkit", "-f", "-r", "-U", socket, "python", os.path.join(HERE, "source.py")]
            + [f"size={self.size}", f"pace={self.pace}", f"log={self.log}", f"content={self.content}"],
            env={**os.environ, "PYTHONDONTWRITEBYTECODE": "1"},
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
        self.path = os.path.join(mount, "nbd")
        wait_for(self.path, fuse)

    def is_copy(self, path):
        """Whether a file holds what was streamed; read from its device."""
        if os.path.getsize(path) != self.size:
            return False
        subprocess.run(["sync", "-f", path], check=True)
        with open(self.content, "rb") as file:
            content = file.read()
        with open(path, "rb") as copy:
            os.posix_fadvise(copy.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)
            left = self.size
            while left > 0:
                wanted = content[: min(left, len(content))]
                if copy.read(len(wanted)) != wanted:
                    return False
                left -= len(wanted)
        return True


class Takes:
    """What the log of a heat tells: when the stream began, and how long each block was waited for."""

    def __init__(self, log, size):
        lines = [tuple(int(word) for word in line.split()) for line in log]
        begun = max((i for i, line in enumerate(lines) if line[0] == 0), default=len(lines))
        stream = [line for line in lines[begun:] if line[2]]
        # What the kernel has kept of the look at the disc is not asked for again.
        if sum(length for _, length, *_ in stream) < size - 2 * BEGIN_BYTES:
            raise RuntimeError(f"{log.name}: not the whole stream was read")
        self.first, self.last = stream[0][3], stream[-1][3]
        # Of an unpaced stream a block is due when the one before was given.
        blocks = [(max(0, taken - due) / 1e9, offset / size) for offset, _, due, taken in stream if offset >= BEGIN_BYTES]
        self.lags = [lag for lag, _ in blocks]
        self._worst = max(blocks)

    def waited(self):
        """The time in which the source stood still because nobody asked, in seconds."""
        return sum(self.lags)

    def longest(self, durable):
        """The longest of these waits, the one from the last block to durable included, and at which share of the stream it was."""
        return max(self._worst, (durable - self.last / 1e9, 1.0))


def wait_for(path, process, timeout=60):
    deadline = time.monotonic() + timeout
    while not os.path.exists(path):
        if process.poll() is not None or time.monotonic() > deadline:
            raise RuntimeError(f"{path} does not appear")
        time.sleep(0.02)


def end(process):
    with contextlib.suppress(ProcessLookupError):
        process.send_signal(signal.SIGTERM)
    try:
        process.wait(5)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
