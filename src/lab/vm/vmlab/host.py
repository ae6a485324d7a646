"""The host's side of a run: what is needed, the machine, and the table at the end."""

import contextlib
import glob
import json
import os
import shutil
import tempfile
import time

from spindlelab.lab import Failed

from . import kernel, machine, making, scenarios
from .results import Results

LONGEST = 1500
# How often the kernel looks for another disc; systemd has it do so every 2000.
POLL_MILLIS = 500
HERE = os.path.dirname(os.path.abspath(__file__))
# What is called, and the package of Debian that has it.
TOOLS = {
    "qemu-system-x86_64": "qemu-system-x86", "busybox": "busybox-static", "cpio": "cpio", "depmod": "kmod",
    "gcc": "gcc", "xorriso": "xorriso", "genisoimage": "genisoimage", "mkfs.ext4": "e2fsprogs",
    "apt-get": "apt", "sg_raw": "sg3-utils",
    "flac": "flac", "metaflac": "flac", "cueconvert": "cuetools", "cd-paranoia": "cd-paranoia",
}  # fmt: skip


def run(program, given):
    """Exit code: 1 if a check failed."""
    names = given.name or list(scenarios.ALL)
    cache = os.path.abspath(given.cache)
    results = Results(names)
    if not os.access(program, os.X_OK):
        raise SystemExit(f"There is no program {program}; build it, or name it with SPINDLE.")
    begin = time.monotonic()
    missing = lacking(cache)
    if missing:
        results.skip_all(missing)
    else:
        with tempfile.TemporaryDirectory(prefix="run-", dir=cache) as folder:
            in_machines(program, names, cache, folder, given, results)
            if given.console:
                for console in glob.glob(os.path.join(folder, "*", "console.log")):
                    shutil.copy(console, os.path.join(cache, f"console-{console.split('/')[-2]}.log"))
    os.makedirs(cache, exist_ok=True)
    results.save(given.json or os.path.join(cache, "vm.json"), time.monotonic() - begin)
    if not missing:
        print(results.table())
    print(results.summary())
    return 1 if results.failed else 0


def lacking(cache):
    """Why the lab can't be built here, in one line; empty if it can."""
    tools = [f"{tool} ({package})" for tool, package in TOOLS.items() if not shutil.which(tool)]
    if tools:
        return "not here: " + ", ".join(tools)
    try:
        kernel.prepared(cache)
    except Failed as problem:
        return f"no kernel for the machine: {problem}"
    return ""


def in_machines(program, names, cache, folder, given, results):
    """Shares the scenarios out to machines that run side by side; what they tell is shown as it comes."""
    count = min(given.machines, len(names))
    job = {
        "program": program, "target": making.target(cache), "discs": making.discs(cache),
        "results": "/share/results", "full": given.full,
    }  # fmt: skip
    booting = kernel.prepared(cache)
    told = [os.path.join(folder, str(number), "share", "results") for number in range(count)]

    def meanwhile():
        for path in told:
            results.follow(path)

    with contextlib.ExitStack() as machines:
        running = [
            machines.enter_context(started({**job, "names": names[n::count]}, booting, os.path.join(folder, str(n))))
            for n in range(count)
        ]
        is_over = machine.ended(running, LONGEST, meanwhile)
    results.finish("the machine ended before it" if is_over else f"the machine was ended after {LONGEST} s")


def started(job, booting, folder):
    share = os.path.join(folder, "share")
    os.makedirs(share)
    with open(os.path.join(share, "job.json"), "w") as file:
        json.dump(job, file)
    machine.starts_with(share, os.path.realpath(os.path.join(HERE, "..", "guest")))
    extra = devices(job["discs"], making.disk(folder, "disk"), making.disk(folder, "server"))
    words = machine.command(*booting, share, extra, f"block.events_dfl_poll_msecs={POLL_MILLIS}")
    return machine.running(words, os.path.join(folder, "console.log"), folder)


def devices(discs, disk, server):
    """A disk for what is ripped, one for servers, two drives of the emulator's own, USB for a third, and its monitor for the guest."""
    return [
        "-drive", f"if=virtio,file={disk},format=raw,cache=unsafe,aio=threads",
        "-drive", f"if=virtio,file={server},format=raw,cache=unsafe,aio=threads",
        "-drive", f"if=none,id=sata,file={discs['cd']},format=raw,readonly=on,media=cdrom",
        "-device", "ide-cd,drive=sata,bus=ide.0,id=satacd,serial=SATA0001",
        "-device", "virtio-scsi-pci,id=vscsi",
        "-drive", f"if=none,id=virtio,file={discs['dvd']},format=raw,readonly=on,media=cdrom",
        "-device", "scsi-cd,drive=virtio,bus=vscsi.0,id=virtiocd,vendor=PLDS,product=DVD-RW DS8A8SH,ver=KL31,serial=VIRTIO0001",
        "-device", "qemu-xhci,id=xhci",
        "-device", "virtio-serial-pci",
        "-chardev", "socket,id=qmp-server,path=qmp,server=on,wait=off",
        "-mon", "chardev=qmp-server,mode=control",
        "-chardev", "socket,id=qmp-client,path=qmp",
        "-device", "virtserialport,chardev=qmp-client,name=qmp",
    ]  # fmt: skip
