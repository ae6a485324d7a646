"""When files appear in a folder, as the kernel tells it at once (inotify(7))."""

import contextlib
import ctypes
import os
import select
import struct
import threading
import time

IN_CREATE = 0x100
EVENT = struct.Struct("iIII")
LIBC = ctypes.CDLL(None, use_errno=True)


class Creations:
    """Notes the moment of each new name, in seconds of CLOCK_MONOTONIC."""

    def __init__(self, folder):
        self._folder = folder
        self._found = []
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._watch)

    def __enter__(self):
        self._inotify = LIBC.inotify_init1(os.O_NONBLOCK | os.O_CLOEXEC)
        if self._inotify < 0 or LIBC.inotify_add_watch(self._inotify, os.fsencode(self._folder), IN_CREATE) < 0:
            raise OSError(ctypes.get_errno(), "inotify", self._folder)
        self._thread.start()
        return self

    def __exit__(self, *_):
        self._over.set()
        self._thread.join()
        os.close(self._inotify)

    def last(self, ending, otherwise):
        """When the last one appeared whose name ends so."""
        return max((at for at, name in self._found if name.endswith(ending)), default=otherwise)

    def _watch(self):
        while not self._over.is_set():
            if not select.select([self._inotify], [], [], 0.05)[0]:
                continue
            now = time.monotonic()
            with contextlib.suppress(BlockingIOError):
                self._note(now, os.read(self._inotify, 1 << 16))

    def _note(self, now, events):
        at = 0
        while at < len(events):
            *_, length = EVENT.unpack_from(events, at)
            at += EVENT.size
            self._found.append((now, events[at : at + length].rstrip(b"\0").decode()))
            at += length
