"""What all servers have alike: a disk of their own, and a place where the client shows it."""

import contextlib
import os
import subprocess

from spindlelab.lab import Failed, tool

from ..waiting import until
from . import wire

# The server's own disk: an ext4 that nothing else uses.
DISK = "/dev/vdb"
STORE, POINT = "/run/lab/store", "/run/lab/share"


def unmounted():
    """The kernel's server lets go of files a moment after its threads have ended."""
    subprocess.run(["umount", STORE], stderr=subprocess.DEVNULL)
    return not os.path.ismount(STORE)


class Server(contextlib.ExitStack):
    """Up from entering to leaving. Its folder is seen twice: by the client, where it may hang, and on its disk."""

    port = 0
    # What a rip calls it, and what it may say at its end.
    badge = promise = ""

    def __enter__(self):
        super().__enter__()
        try:
            self._begin()
        except BaseException:
            self.close()
            raise
        return self

    def _begin(self):
        for folder in (STORE, POINT):
            os.makedirs(folder, exist_ok=True)
        wire.up()
        self.wire = wire.Wire(self.port)
        tool("mount", "-t", "ext4", DISK, STORE)
        self.callback(until, unmounted, 60, f"{STORE} to be let go by its server", pause=0.5)
        self.start()
        self.callback(self.kill)
        try:
            tool("mount", *self.mount_words(), POINT)
        except Failed as problem:
            raise Failed(f"{problem}; the kernel says: {tool('dmesg').splitlines()[-5:]}") from None
        # Lazily too: what a failed check has left open must not hold up the next server.
        self.callback(tool, "umount", "-l", POINT)
        self.callback(self.wire.heal)

    def start(self):
        """Begins to answer, also after it was killed."""
        raise NotImplementedError

    def kill(self):
        """Answers no more; its disk keeps what is there."""
        raise NotImplementedError

    def freeze(self):
        """Takes what comes, and answers nothing."""
        raise NotImplementedError

    def thaw(self):
        raise NotImplementedError

    def mount_words(self):
        raise NotImplementedError
