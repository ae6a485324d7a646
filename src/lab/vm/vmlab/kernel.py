"""Debian's kernel and a start-up disk with the modules that the guests need, built once into a folder."""

import contextlib
import fcntl
import glob
import hashlib
import os
import shutil
import subprocess

from spindlelab.lab import Failed, tool

BOOT = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "boot")
PACKAGE = "linux-image-amd64"


@contextlib.contextmanager
def alone(folder):
    """Two labs at once don't build in one folder."""
    os.makedirs(folder, exist_ok=True)
    with open(os.path.join(folder, "lock"), "w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def prepared(folder):
    """The kernel's and the start-up disk's files; builds what isn't there yet."""
    with alone(folder):
        linux = built_kernel(folder)
        initrd = os.path.join(folder, f"initrd-{recipe()}.gz")
        if not os.path.exists(initrd):
            for old in glob.glob(os.path.join(folder, "initrd*.gz")):
                os.unlink(old)
            tool(os.path.join(BOOT, "mkinitrd"), os.path.join(folder, "kernel"), initrd)
    return linux, initrd


def recipe():
    """Changes with the scripts that make the start-up disk."""
    digest = hashlib.sha256()
    for name in ("mkinitrd", "init"):
        with open(os.path.join(BOOT, name), "rb") as file:
            digest.update(file.read())
    return digest.hexdigest()[:12]


def built_kernel(folder):
    unpacked = os.path.join(folder, "kernel")
    found = glob.glob(os.path.join(unpacked, "boot", "vmlinuz-*"))
    if not found:
        package = newest()
        if not glob.glob(os.path.join(folder, package + "_*.deb")):
            tool("apt-get", "-q", "download", package, cwd=folder)
        (deb,) = glob.glob(os.path.join(folder, package + "_*.deb"))
        # Unpacked aside and renamed: what is interrupted is done again.
        half = unpacked + ".new"
        for leftover in (unpacked, half):
            shutil.rmtree(leftover, ignore_errors=True)
        tool("dpkg-deb", "-x", deb, half)
        os.rename(half, unpacked)
        os.unlink(deb)
        found = glob.glob(os.path.join(unpacked, "boot", "vmlinuz-*"))
    return found[0]


def newest():
    """The package that holds the kernel which the distribution calls its own."""
    name = dependency()
    if not name and os.geteuid() == 0:
        tool("apt-get", "-qq", "update")
        name = dependency()
    if not name:
        raise Failed(f"apt knows no package {PACKAGE}")
    return name


def dependency():
    done = subprocess.run(["apt-cache", "depends", PACKAGE], text=True, capture_output=True)
    lines = [line.split() for line in done.stdout.splitlines()]
    return next((words[1] for words in lines if words[:1] == ["Depends:"]), None)
