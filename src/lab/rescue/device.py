"""nbdkit's python plugin: a drive with a damaged disc, and a log of every command.

Parameters: picture, seed, log, clock (a file that always holds the disc's own time, in nanoseconds),
healed (1: what never reads does on its third try).
Each line of the log: end of the command on the disc's own clock in microseconds, first sector,
number of sectors, 1 if it went well, and the real clock's begin and end in microseconds.
"""

import errno
import io
import mmap
import os
import struct
import sys
import time

import nbdkit

API_VERSION = 2
settings = {"healed": "0"}
state = {}


def config(key, value):
    settings[key] = value


def config_complete():
    sys.path.insert(0, settings["lab"])
    import pictures

    state["pictures"] = pictures
    picture = pictures.Picture(settings["picture"], int(settings["seed"]))
    if settings["healed"] == "1":
        picture.heal()
    state["disc"] = pictures.Disc(picture)
    state["log"] = os.fdopen(
        os.open(settings["log"], os.O_WRONLY | os.O_CREAT | os.O_TRUNC), "w", buffering=1
    )
    state["clock"] = 0
    with io.open(settings["clock"], "r+b") as clock:
        state["page"] = mmap.mmap(clock.fileno(), 8)


def thread_model():
    return nbdkit.THREAD_MODEL_SERIALIZE_ALL_REQUESTS


def get_size(handle):
    return state["pictures"].SECTORS * state["pictures"].SECTOR_BYTES


def can_write(handle):
    return False


def pread(handle, buffer, offset, flags):
    begin = time.monotonic()
    first, rest = divmod(offset, 2048)
    last = (offset + len(buffer) + 2047) // 2048
    good, micros = state["disc"].read(first, last - first)
    state["clock"] += micros
    state["page"][:] = struct.pack("<q", state["clock"] * 1000)
    end = time.monotonic()
    state["log"].write(
        f"{state['clock']} {first} {last - first} {int(good)}"
        f" {int(begin * 1e6)} {int(end * 1e6)}\n"
    )
    if not good:
        nbdkit.set_error(errno.EIO)
        raise OSError(errno.EIO, "unreadable")
    sector = state["pictures"].content
    content = b"".join(sector(lba) for lba in range(first, last))
    buffer[:] = content[rest : rest + len(buffer)]


def open(readonly):  # the plugin interface's name for it
    return 1
