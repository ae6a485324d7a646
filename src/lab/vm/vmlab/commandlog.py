"""What a programmable drive was sent, by its own account."""

import os
import time
from typing import NamedTuple

# Sent by the kernel itself when it looks for another disc.
POLLING = (0x00, 0x4A)
READS = (0x28, 0xA8, 0xBE)


class Command(NamedTuple):
    """Seconds are those of time.monotonic(); end, status and sense are None as long as it has no answer."""

    begin: float
    cdb: bytes
    end: float | None
    status: int | None
    sense: str | None

    @property
    def code(self):
        return self.cdb[0]

    @property
    def lba(self):
        return int.from_bytes(self.cdb[2:6], "big")

    @property
    def sectors(self):
        if self.code == 0x28:
            return int.from_bytes(self.cdb[7:9], "big")
        if self.code == 0xBE:
            return int.from_bytes(self.cdb[6:9], "big")
        return int.from_bytes(self.cdb[6:10], "big")

    def __str__(self):
        return f"{self.begin:.3f} {self.cdb.hex()} {self.status} {self.sense}"


class CommandLog:
    """Two lines a command: as it came, and as it was answered."""

    def __init__(self, path):
        self.path = path

    def since(self, seconds, polling=False):
        """The commands that came after a moment; those with which the kernel polls only if asked for."""
        return [c for c in self._all() if c.begin > seconds and (polling or c.code not in POLLING)]

    def reads(self, seconds=0.0):
        return [command for command in self.since(seconds) if command.code in READS]

    def codes(self, seconds=0.0):
        return [command.code for command in self.since(seconds)]

    @staticmethod
    def now():
        return time.monotonic()

    def _all(self):
        commands = {}
        if not os.path.exists(self.path):
            return []
        with open(self.path) as lines:
            for line in lines:
                words = line.split()
                if not line.endswith("\n") or len(words) < 4:
                    continue
                number = int(words[1])
                if words[2] == "begin":
                    commands[number] = Command(float(words[0]), bytes.fromhex(words[3]), None, None, None)
                else:
                    commands[number] = commands[number]._replace(
                        end=float(words[0]), status=int(words[3], 16), sense=words[4]
                    )
        return list(commands.values())
