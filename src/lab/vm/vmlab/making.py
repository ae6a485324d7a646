"""What the machine needs besides a kernel: the programmable drive's program, discs, an empty disk."""

import array
import glob
import hashlib
import math
import os
import random
import shutil
import tempfile

from spindlelab.lab import tool

from . import kernel, xa

SOURCES = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "target")
MIB = 1 << 20
DISK_BYTES = 1 << 30
MADE = 1_700_000_000
MUSIC_SECTORS = 1800
FLAGS = ("-std=gnu11", "-O2", "-Wall", "-Wextra", "-Wconversion", "-Werror")


def target(cache):
    """The program that plays a drive, compiled again whenever its source has changed."""
    sources = sorted(glob.glob(os.path.join(SOURCES, "*.[ch]")))
    with kernel.alone(cache):
        built = current(cache, "opticaldrive", "", sources)
        if not os.path.exists(built):
            tool("gcc", *FLAGS, "-o", built + ".new", *[s for s in sources if s.endswith(".c")])
            os.rename(built + ".new", built)
    return built


def discs(cache):
    """Images by name, made once: random content, so that a sector in the wrong place shows."""
    made = {}
    with kernel.alone(cache):
        for name, (label, make) in DISCS.items():
            path = current(cache, name, ".bin" if name in ("xa", "music") else ".iso", (__file__, xa.__file__))
            if not os.path.exists(path):
                with tempfile.TemporaryDirectory(prefix="disc-", dir=cache) as folder:
                    make(os.path.join(folder, "image"), label, folder)
                    os.rename(os.path.join(folder, "image"), path)
            made[name] = path
    return made


def current(cache, name, ending, sources):
    """Where the thing made from these sources is; those made from earlier ones go."""
    digest = hashlib.sha256()
    for source in sources:
        with open(source, "rb") as file:
            digest.update(file.read())
    path = os.path.join(cache, f"{name}-{digest.hexdigest()[:12]}{ending}")
    for old in glob.glob(os.path.join(cache, f"{name}-*{ending}")):
        if old != path:
            os.unlink(old)
    return path


def iso(path, label, folder, megabytes=4):
    """All of one second, as discs that are made one after the other may be: label and size tell no two apart."""
    tree = content(folder, megabytes)
    for name in (os.path.join(tree, "DATA.BIN"), tree):
        os.utime(name, (MADE, MADE))
    at_once = {**os.environ, "SOURCE_DATE_EPOCH": str(MADE)}
    tool("xorriso", "-as", "mkisofs", "-quiet", "-V", label, "-o", path, tree, env=at_once)


def bridge(path, label, folder):
    """ISO 9660 and UDF 1.02, with the folder that makes it a DVD-Video."""
    tree = content(folder, 4)
    os.mkdir(os.path.join(tree, "VIDEO_TS"))
    with open(os.path.join(tree, "VIDEO_TS", "VIDEO_TS.IFO"), "wb") as file:
        file.write(b"DVDVIDEO-VMG" + bytes(2036))
    tool("genisoimage", "-quiet", "-udf", "-V", label, "-o", path, tree)


def blu_ray(path, label, folder):
    tree = content(folder, 4)
    os.mkdir(os.path.join(tree, "BDMV"))
    with open(os.path.join(tree, "BDMV", "index.bdmv"), "wb") as file:
        file.write(b"INDX0200" + bytes(100))
    tool("genisoimage", "-quiet", "-udf", "-V", label, "-o", path, tree)


def large(path, label, folder):
    """Lasts long enough at a drive's rate for something to happen meanwhile."""
    iso(path, label, folder, 6)


def extended(path, label, folder):
    volume = os.path.join(folder, "volume.iso")
    iso(volume, label, folder, 1)
    xa.write(volume, path)


def music(path, label, folder):
    """Three tracks of eight seconds each: tones with noise in them, so that a sample in the wrong place shows."""
    noise = random.Random(label)
    samples = array.array("h")
    for number in range(MUSIC_SECTORS * 588):
        tone = int(9000 * math.sin(number * 0.02 * (1 + number // 350_000)))
        samples.append(tone + noise.randrange(-400, 400))
        samples.append(-tone + noise.randrange(-400, 400))
    with open(path, "wb") as file:
        samples.tofile(file)


# The twin has the large one's volume descriptors to the last byte, and other content.
DISCS = {
    "cd": ("LAB_CD", iso), "dvd": ("LAB_DVD", bridge),
    "bd": ("LAB_BD", blu_ray), "large": ("LAB_LARGE", large), "twin": ("LAB_LARGE", large), "xa": ("LAB_XA", extended),
    "music": ("LAB_MUSIC", music),
}  # fmt: skip


def content(folder, megabytes):
    tree = os.path.join(folder, "content")
    os.mkdir(tree)
    with open(os.path.join(tree, "DATA.BIN"), "wb") as file:
        file.write(random.randbytes(megabytes * MIB))
    return tree


def disk(folder, name):
    """An empty ext4 disk for one run: its room is only taken as it is written."""
    path = os.path.join(folder, name)
    with open(path, "wb") as file:
        file.truncate(DISK_BYTES)
    tool(shutil.which("mkfs.ext4") or "/sbin/mkfs.ext4", "-q", "-F", path)
    return path
