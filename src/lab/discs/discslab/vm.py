"""A virtual machine with Debian's kernel, because this machine's may know no optical file system.

Its root is this machine's own, read-only; only the folder of the images can be written.
"""

import glob
import json
import os
import shutil
import subprocess

from .tools import ToolFailed, run

HERE = os.path.dirname(os.path.abspath(__file__))
LONGEST = 3000


def kernel(folder):
    """Debian's kernel and a start-up disk with the modules that the guest needs, built once."""
    initrd = os.path.join(folder, "initrd.gz")
    if not os.path.exists(initrd):
        os.makedirs(folder, exist_ok=True)
        depends = run("apt-cache", "depends", "linux-image-amd64")
        package = depends.split("Depends: ")[1].split()[0]
        if not glob.glob(os.path.join(folder, package + "_*.deb")):
            run("apt-get", "-q", "download", package, cwd=folder)
        unpacked = os.path.join(folder, "kernel")
        shutil.rmtree(unpacked, ignore_errors=True)
        (deb,) = glob.glob(os.path.join(folder, package + "_*.deb"))
        run("dpkg-deb", "-x", deb, unpacked)
        run(os.path.join(HERE, "..", "vm", "mkinitrd"), unpacked, initrd)
    (linux,) = glob.glob(os.path.join(folder, "kernel", "boot", "vmlinuz-*"))
    return linux, initrd


def guest(lab, jobs):
    """Runs guest.py with these jobs, and returns what it reports for each."""
    linux, initrd = kernel(os.path.join(lab.folder, "vm"))
    share = lab.images
    shutil.copy(os.path.join(HERE, "guest.py"), os.path.join(share, ".guest.py"))
    with open(os.path.join(share, ".jobs.json"), "w") as file:
        json.dump(jobs, file)
    report = os.path.join(share, ".report.json")
    if os.path.exists(report):
        os.unlink(report)
    console = os.path.join(lab.folder, "console.log")
    # -smp 1: with more, QEMU 7.2 now and then breaks just-in-time compilers in the guest.
    command = [
        "nice", "-n", "15", "qemu-system-x86_64", "-M", "q35", "-cpu", "qemu64,+rdrand",
        "-accel", "tcg", "-smp", "1", "-m", "2048", "-nodefaults", "-no-user-config",
        "-no-reboot", "-nographic", "-serial", "stdio", "-kernel", linux, "-initrd", initrd,
        "-append", "console=ttyS0 quiet panic=-1 mitigations=off tsc=unstable random.trust_cpu=on",
        "-virtfs", f"local,path={share},mount_tag=share,security_model=none",
        "-virtfs", "local,path=/,mount_tag=root,security_model=none,readonly=on,multidevs=remap",
    ]
    with open(console, "wb") as log:
        subprocess.run(command, stdin=subprocess.DEVNULL, stdout=log, stderr=log, timeout=LONGEST)
    if not os.path.exists(report):
        raise ToolFailed(f"the virtual machine left no report; see {console}")
    with open(report) as file:
        return json.load(file)
