"""Judges the files of a rip with other programs than the one that made them."""

import contextlib
import json
import os
import shutil
import subprocess

from .lab import Failed, Skipped, expect

SECTOR = 2048
# Volume descriptors, sessions, and sixteen finished sectors that are compared.
MOST_SINGLE = 256 * SECTOR
ENDINGS = (".iso", ".map", ".sha256", ".rip.json")


def files(folder):
    return sorted(os.listdir(folder))


def complete(folder, name, image, others=()):
    """The rip is whole, identical, described rightly, and alone."""
    identical(os.path.join(folder, name + ".iso"), image)
    alone(folder, [name], others)
    sums_agree(folder, name)
    record(folder, name, "complete")
    map_is_done(os.path.join(folder, name + ".map"), os.path.getsize(image))


def alone(folder, names, others=()):
    wanted = sorted([n + e for n in names for e in ENDINGS] + list(others))
    there = [f for f in files(folder) if f != "lost+found"]
    expect(there == wanted, f"{folder} holds {there} instead of {wanted}")


def identical(copy, image):
    expect(os.path.exists(copy), f"there is no {copy}")
    size, wanted = os.path.getsize(copy), os.path.getsize(image)
    expect(size == wanted, f"{copy} has {size} bytes, {image} has {wanted}")
    forget(copy)
    done = subprocess.run(["cmp", copy, image], text=True, capture_output=True)
    expect(done.returncode == 0, f"cmp: {done.stdout}{done.stderr}")


def forget(path):
    """Drops the file's clean pages, so that the next reader asks the disk."""
    with open(path, "rb") as file:
        os.posix_fadvise(file.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)


def sums_agree(folder, name):
    done = subprocess.run(
        ["sha256sum", "-c", "--strict", name + ".sha256"],
        cwd=folder,
        text=True,
        capture_output=True,
    )
    expect(done.returncode == 0, f"sha256sum -c: {done.stdout}{done.stderr}")


def record(folder, name, state):
    path = os.path.join(folder, name + ".rip.json")
    with open(path) as file:
        content = json.load(file)
    expect(content.get("state") == state, f"{path} says state {content.get('state')!r}, not {state!r}")
    return content


def map_is_done(path, size):
    if shutil.which("ddrescuelog"):
        done = subprocess.run(["ddrescuelog", "-D", path], text=True, capture_output=True)
        expect(done.returncode == 0, f"ddrescuelog -D {path}: {done.returncode} {done.stderr}")
    blocks = map_blocks(path)
    expect(all(s == "+" for _, _, s in blocks), f"{path} has unfinished blocks: {blocks[:5]}")
    end = blocks[-1][0] + blocks[-1][1]
    expect(end == size, f"{path} ends at {end} instead of {size}")


def bad_sectors(path):
    """The bad sectors of a map, as ddrescuelog counts them."""
    if not shutil.which("ddrescuelog"):
        raise Skipped("no ddrescuelog here")
    done = subprocess.run(
        ["ddrescuelog", "-b2048", "-l-", path], text=True, capture_output=True
    )
    expect(done.returncode == 0, f"ddrescuelog -l- {path}: {done.stderr}")
    return [int(line) for line in done.stdout.split()]


def map_blocks(path):
    """The blocks of a mapfile as (position, size, status)."""
    with open(path) as file:
        lines = [line.split() for line in file if line.strip() and not line.startswith("#")]
    return [(int(p, 0), int(s, 0), status) for p, s, status in lines[1:]]


def claims_hold(folder, name, image):
    """After a kill: what the map calls finished is there, byte for byte. Returns those (position, size)."""
    path = os.path.join(folder, name + ".map")
    if not os.path.exists(path):
        return []
    claimed = [(position, size) for position, size, status in map_blocks(path) if status == "+"]
    content = [os.path.join(folder, name + ending) for ending in (".iso.part", ".iso")]
    there = [file for file in content if os.path.exists(file)]
    expect(there or not claimed, f"{path} calls {claimed} finished, but there is no image")
    with contextlib.ExitStack() as files:
        original = files.enter_context(open(image, "rb"))
        for copy in (files.enter_context(open(file, "rb")) for file in there[:1]):
            for position, size in claimed:
                copy.seek(position)
                original.seek(position)
                if copy.read(size) != original.read(size):
                    raise Failed(f"{path} calls {position}+{size} finished, but {there[0]} differs there")
    return claimed


def nothing_read_twice(reads, claimed):
    """Of what the map called finished only single sectors are read, to tell the disc from others."""
    again = [
        (begin, length)
        for begin, length in reads
        if length > SECTOR and any(begin < p + s and p < begin + length for p, s in claimed)
    ]
    expect(not again, f"read again though it was durable: {again[:3]} of {claimed[:3]}")
    single = sum(length for _, length in reads if length <= SECTOR)
    expect(single <= MOST_SINGLE, f"{single} bytes were read in single sectors")


def empty(folder):
    there = [f for f in files(folder) if f != "lost+found"]
    expect(not there, f"left behind in {folder}: {there}")


def removed_file(path):
    """Makes room for the next check."""
    with contextlib.suppress(FileNotFoundError):
        os.unlink(path)


def forget_all(folder):
    for name in files(folder):
        forget(os.path.join(folder, name))
