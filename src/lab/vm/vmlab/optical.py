"""Optical drives of the guest, as sysfs shows them, and drives that do what they are told."""

import contextlib
import glob
import os
import socket
import subprocess

from spindlelab.lab import Failed, tool

from .commandlog import CommandLog
from .waiting import until

TARGET = "/sys/kernel/config/target"
CD, DVD, BLU_RAY = 0x08, 0x10, 0x40
ATTACH_SECONDS = 60


def attribute(node, name):
    with open(f"/sys/block/{os.path.basename(node)}/{name}") as file:
        return file.read().strip()


def nodes(model=""):
    """Device files of the drives whose model begins so."""
    found = []
    for folder in sorted(glob.glob("/sys/block/sr*")):
        node = "/dev/" + os.path.basename(folder)
        with contextlib.suppress(OSError):  # it may be going just now
            if attribute(node, "device/model").startswith(model):
                found.append(node)
    return found


def node_of(model, seconds=ATTACH_SECONDS):
    return until(lambda: nodes(model), seconds, f"a drive {model}")[0]


class ProgrammableDrive:
    """A program behind the kernel's target_core_user and tcm_loop: the kernel takes it for a drive on a wire."""

    def __init__(self, program, number, vendor, model, revision, serial):
        self.vendor, self.model, self.revision, self.serial = vendor, model, revision, serial
        self._program = program
        self._name = f"lab/cd{number}"
        self._store = f"{TARGET}/core/user_{number}/cd{number}"
        self._fabric = f"{TARGET}/loopback/naa.500140500000000{number}"
        self._nexus = f"naa.500140500000010{number}"
        self._socket = f"/run/opticaldrive{number}"
        self.log = CommandLog(f"/run/opticaldrive{number}.log")
        self._process = None

    def __enter__(self):
        os.makedirs(self._store)
        write(
            f"{self._store}/control",
            f"dev_config={self._name},dev_size=2048000,hw_block_size=2048,nl_reply_supported=-1",
        )
        write(f"{self._store}/enable", "1")
        # The kernel's target gives up no command by itself, and tells of those that the initiator aborts.
        write(f"{self._store}/attrib/cmd_time_out", "0")
        write(f"{self._store}/attrib/tmr_notification", "1")
        self._start()
        os.makedirs(f"{self._fabric}/tpgt_1/lun/lun_0")
        write(f"{self._fabric}/tpgt_1/nexus", self._nexus)
        self.plug()
        return self

    def __exit__(self, *_):
        with contextlib.suppress(Failed):
            self.tell("hang 0")
        self.unplug()
        self._process.terminate()
        self._process.wait()

    def _start(self):
        """Before the drive is plugged in: the kernel waits for its first answers without an end."""
        uio = until(self._uio, ATTACH_SECONDS, "the device of its commands")
        self._process = subprocess.Popen(
            [self._program, uio, self._socket, self.log.path, self.vendor, self.model, self.revision, self.serial]
        )
        until(lambda: os.path.exists(self._socket), ATTACH_SECONDS, "the drive's program")

    def _uio(self):
        for path in glob.glob("/sys/class/uio/*/name"):
            with open(path) as file:
                if self._name in file.read():
                    return "/dev/" + path.split("/")[-2]
        return None

    @property
    def node(self):
        return node_of(self.model.split()[0] if " " not in self.model else self.model)

    def plug(self):
        os.symlink(self._store, f"{self._fabric}/tpgt_1/lun/lun_0/vdev")
        return self.node

    def unplug(self):
        """As a pulled cable: commands on their way fail, and the device goes."""
        with contextlib.suppress(FileNotFoundError):
            os.unlink(f"{self._fabric}/tpgt_1/lun/lun_0/vdev")

    def tell(self, statement):
        """What it shall do or be; returns what it answers."""
        with socket.socket(socket.AF_UNIX, socket.SOCK_SEQPACKET) as client:
            client.settimeout(60)
            client.connect(self._socket)
            client.send(statement.encode())
            answer = client.recv(1000).decode()
        if answer.startswith("error"):
            raise Failed(f"the drive says to '{statement}': {answer}")
        return answer

    def insert(self, image, profile):
        self.tell(f"data {image} {profile:x}")
        self._seen()

    def insert_raw(self, image, tracks):
        self.tell(f"raw {image} {tracks}")
        self._seen()

    def _seen(self):
        """Until the kernel knows of the other disc, and how large it is."""
        size = int(tool("blockdev", "--getsize64", self.node))
        return size

    def reset(self):
        """Empty, sound, fast, and the door free."""
        for statement in ("hang 0", "good", "rate 0", "hold 0", "remove", "close"):
            self.tell(statement)


def write(path, text):
    with open(path, "w") as file:
        file.write(text)
