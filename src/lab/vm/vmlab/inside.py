"""The guest's side of a run: drives, folders, and the scenarios one after the other."""

import glob
import json
import os

from spindlelab.lab import Lab, one_line, tool
from spindlelab.program import Program

from . import scenarios
from .optical import ProgrammableDrive
from .waiting import until

JOB = "/share/job.json"
# An ext4 of its own: what is ripped is confirmed by a real device.
DISK, MOUNT = "/dev/vda", "/lab"
MODULES = (
    "virtio_blk", "ext4", "virtio_scsi", "virtio_console", "ahci", "sr_mod", "sg", "xhci-pci",
    "usb-storage", "target_core_user", "tcm_loop", "nfsd", "nfs", "nfsv3", "nfsv4", "cifs", "nf_tables", "sch_tbf",
    "vfat", "exfat",
)  # fmt: skip
IDENTITIES = (
    ("PIONEER", "BD-RW   BDR-209D", "1.50", "PIO000001WL"),
    ("HL-DT-ST", "BD-RE  BU40N", "1.03", "HLD000002"),
)
# In software emulation compiling costs more than it saves in a run of seconds: only what hashes or sums is worth it. That
# takes 8 s of the processor for a start instead of 14, and 19 s for the rip of a small disc instead of 30.
RUNTIME = (
    "-XX:TieredStopAtLevel=1 -XX:CompileCommand=quiet -XX:CompileCommand=compileonly,sun.security.provider.*::*"
    " -XX:CompileCommand=compileonly,dev.spindle.audio.check.*::*"
    " -XX:CompileCommand=compileonly,java.util.zip.CRC32C::*"
)


class GuestLab(Lab):
    """Tells each check to the host."""

    def __init__(self, job):
        super().__init__(Program(job["program"]), MOUNT, job["full"], 0)
        self.discs = job["discs"]
        self._results = job["results"]
        self._scenario = ""
        self._target = job["target"]
        self._drives = []

    def programmable(self, number=0):
        """One of the programmable drives, made at first use; empty, sound and fast."""
        while len(self._drives) <= number:
            index = len(self._drives)
            self._drives.append(self.enter_context(ProgrammableDrive(self._target, index, *IDENTITIES[index])))
        self._drives[number].reset()
        return self._drives[number]

    def scenario(self, name):
        self._scenario = name
        try:
            scenarios.ALL[name](self)
        except Exception as problem:  # what fails around its checks must not end the others
            self.count("around its checks", "FAILED", f"{type(problem).__name__}: {one_line(problem)}", 0)
        self._tell({"ended": name})

    def count(self, name, result, why, seconds):
        super().count(name, result, why, seconds)
        self._tell(
            {"scenario": self._scenario, "check": name, "result": result, "why": why, "seconds": round(seconds, 2)}
        )

    def _tell(self, what):
        with open(self._results, "a") as file:
            file.write(json.dumps(what) + "\n")


def prepare():
    for module in MODULES:
        tool("modprobe", module)
    tool("mount", "-t", "configfs", "configfs", "/sys/kernel/config")
    until(lambda: os.path.exists(DISK), 60, f"{DISK} to be there")
    os.makedirs(MOUNT, exist_ok=True)
    tool("mount", "-t", "ext4", DISK, MOUNT)
    os.chmod(MOUNT, 0o755)
    until(lambda: len(glob.glob("/sys/block/sr*")) >= 2, 60, "the emulator's drives to be there")


def run():
    with open(JOB) as file:
        job = json.load(file)
    prepare()
    os.environ["JAVA_TOOL_OPTIONS"] = RUNTIME
    with GuestLab(job) as lab:
        for name in job["names"]:
            lab.scenario(name)
