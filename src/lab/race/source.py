"""nbdkit's python plugin: a stream of bytes at a drive's pace, and a log of when each block was due and taken.

Parameters: size, pace (bytes a second; 0: as fast as it is asked), log, content (a file that is repeated).
A drive gives a block so long after the one before, and does not catch up on what it was kept waiting for:
a block is due at its pace behind the last one, and what is asked for later than that was waited for.
Each line of the log: offset, length, when it was due and when it was taken, in nanoseconds of CLOCK_MONOTONIC.
Reads far from there, as a look at the disc's structures, are answered at once and logged with 0 as due.
"""

import os
import time

import nbdkit

API_VERSION = 2
# A look at the disc takes samples all over it; the kernel reads ahead by much less than this.
NEAR_BYTES = 1 << 20
settings = {}
state = {"next": 0, "last": 0}


def config(key, value):
    settings[key] = value


def config_complete():
    with io_open(settings["content"]) as file:
        state["content"] = memoryview(file.read())
    state["size"] = int(settings["size"])
    state["pace"] = int(settings["pace"])
    log = os.open(settings["log"], os.O_WRONLY | os.O_CREAT | os.O_TRUNC | os.O_APPEND)
    state["log"] = os.fdopen(log, "w", buffering=1 << 16)


def io_open(path):
    import io

    return io.open(path, "rb")


def thread_model():
    return nbdkit.THREAD_MODEL_SERIALIZE_ALL_REQUESTS


def get_size(handle):
    return state["size"]


def can_write(handle):
    return False


def pread(handle, buffer, offset, flags):
    asked = time.monotonic_ns()
    if offset == 0:
        # The stream begins, perhaps a second time after a look at the disc.
        state["next"], state["last"] = 0, asked
    due = taken = 0
    # The kernel reads ahead, and its requests may overtake each other.
    if abs(offset - state["next"]) <= NEAR_BYTES:
        state["next"] = max(state["next"], offset + len(buffer))
        pace = state["pace"]
        due = state["last"] + (len(buffer) * 1_000_000_000 // pace if pace else 0)
        if asked < due:
            time.sleep((due - asked) / 1e9)
        taken = max(asked, due)
        state["last"] = taken if pace else time.monotonic_ns()
    state["log"].write(f"{offset} {len(buffer)} {due} {taken or asked}\n")
    copy(buffer, offset)


def copy(buffer, offset):
    content = state["content"]
    done = 0
    while done < len(buffer):
        start = (offset + done) % len(content)
        part = content[start : start + len(buffer) - done]
        buffer[done : done + len(part)] = part
        done += len(part)


def unload():
    state["log"].close()


def open(readonly):  # the plugin interface's name for it
    return 1
