"""A run under strace: which calls it makes on some files, when, and calls that are held up before they begin."""

import re
import time

from .lab import need_tool

# Of each line the time, the call and the rest; strace tells the end of a call on another line.
CALL = re.compile(r"^\d+ +(\d+\.\d+) (\w+\(.*)$", re.MULTILINE)
READ = re.compile(r"pread64.*, (\d+), (\d+)\) += (\d+)$", re.MULTILINE)
FILE_CALLS = (
    "openat,close,pread64,read,pwrite64,write,pwritev,pwritev2,sync_file_range,fdatasync,fsync,rename,renameat2,"
    "ftruncate,fallocate,fadvise64,flock,unlink,unlinkat,mkdir,rmdir,statx,statfs,fstatfs"
)


def need_strace():
    need_tool("strace")


class Trace:
    """The calls on some paths, from a file that grows."""

    def __init__(self, path, paths, held=None, seconds=0.0):
        need_strace()
        self.path = path
        # The tracer detached: signals go to the program, and the program's end is the end.
        self.before = ["strace", "-D", "-f", "-qq", "-y", "-s", "16", "-ttt", "-o", path]
        self.before += ["-e", f"trace={FILE_CALLS}"]
        for each in paths:
            self.before += ["-P", each]
        if held:
            call, _, when = held.partition(":")
            rule = f"inject={call}:delay_enter={int(seconds * 1e6)}"
            self.before += ["-e", rule + (f":when={when}" if when else "")]

    def calls(self):
        """Each call as (second of the clock, text), in the order in which they began."""
        try:
            with open(self.path) as file:
                return [(float(t), text) for t, text in CALL.findall(file.read())]
        except FileNotFoundError:
            return []

    def has(self, pattern, after=None):
        """Whether a call like that has begun, once another has."""
        begun = iter(text for _, text in self.calls())
        if after and not any(re.match(after, text) for text in begun):
            return False
        return any(re.match(pattern, text) for text in begun)

    def reads(self):
        """Each pread that has returned, as (offset, bytes)."""
        return [(int(offset), int(got)) for _, offset, got in READ.findall(self.text())]

    def text(self):
        """All that the tracer has written."""
        self.settled()
        with open(self.path) as file:
            return file.read()

    def settled(self):
        """The calls, once the tracer has written nothing for a while."""
        before = None
        while (now := self.calls()) != before:
            before = now
            time.sleep(0.3)
        return now
