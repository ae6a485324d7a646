"""The emulator's monitor, from within the guest: a serial port that speaks QMP."""

import contextlib
import glob
import json
import os
import select
import time

from spindlelab.lab import Failed

from .waiting import until

ANSWER_SECONDS = 60


class Monitor:
    """One command at a time; events are passed over."""

    def __init__(self):
        port = until(lambda: glob.glob("/dev/vport*p*"), 60, "the monitor's port")[0]
        self._port = os.open(port, os.O_RDWR | os.O_NONBLOCK)
        self._come = b""
        # Refused where an earlier one has done so already.
        with contextlib.suppress(Failed):
            self.ask("qmp_capabilities")

    def __enter__(self):
        return self

    def __exit__(self, *_):
        os.close(self._port)

    def ask(self, command, **arguments):
        os.write(self._port, json.dumps({"execute": command, "arguments": arguments}).encode() + b"\n")
        end = time.monotonic() + ANSWER_SECONDS
        while True:
            told = self._line(end)
            if "error" in told:
                raise Failed(f"the emulator says to {command}: {told['error']}")
            if "return" in told:
                return told["return"]

    def _line(self, end):
        while b"\n" not in self._come:
            left = end - time.monotonic()
            if left <= 0:
                raise Failed("the emulator doesn't answer")
            if select.select([self._port], [], [], left)[0]:
                with contextlib.suppress(BlockingIOError):
                    self._come += os.read(self._port, 65536)
        line, self._come = self._come.split(b"\n", 1)
        return json.loads(line)
