"""Runs in the virtual machine, alone: fills images and lists them as this kernel shows them."""

import hashlib
import json
import os
import shutil
import stat
import subprocess
import traceback

SHARE = "/share"
MOUNT = "/mnt"
MEMORY = "/media"
# Images up to this size are worked on in memory: each block over 9p costs a round trip of a millisecond or more.
IN_MEMORY = 512 << 20
BLOCK = 2048
OPTIONS = {
    "udf": ("udf", "iocharset=utf8"),
    "rock": ("iso9660", "iocharset=utf8"),
    "joliet": ("iso9660", "norock,iocharset=utf8"),
    "plain": ("iso9660", "norock,nojoliet,map=off,iocharset=utf8"),
}


def call(*command):
    done = subprocess.run(command, text=True, capture_output=True, errors="replace")
    if done.returncode != 0:
        raise RuntimeError(f"{' '.join(command)}: {done.stderr.strip()}")


class Mounted:
    """A mounted image, or a copy of it in memory, which is brought back where it was written without an error."""

    def __init__(self, image, kind, options, keep=False):
        self.shared = f"{SHARE}/{image}"
        self.is_copied = os.path.getsize(self.shared) <= IN_MEMORY
        self.used = f"{MEMORY}/{image}" if self.is_copied else self.shared
        self.arguments = ("mount", "-t", kind, "-o", "loop,noatime," + options, self.used, MOUNT)
        self.keep = keep

    def __enter__(self):
        if self.is_copied:
            copy(self.shared, self.used)
        try:
            call(*self.arguments)
        except RuntimeError:
            self.drop()
            raise

    def __exit__(self, kind, *_):
        call("umount", MOUNT)
        if self.is_copied and self.keep and kind is None:
            copy(self.used, self.shared)
        self.drop()

    def drop(self):
        if self.is_copied:
            os.unlink(self.used)


def fill(job):
    with Mounted(job["image"], "udf", "rw,iocharset=utf8", keep=True):
        shutil.copytree(job["tree"], MOUNT, symlinks=True, dirs_exist_ok=True, copy_function=copy)
        for how in job["how"]:
            HOW[how]()


def copy(source, target, follow_symlinks=True):
    """Keeps holes, so that what is sparse stays sparse."""
    with open(source, "rb") as data, open(target, "wb") as out:
        size = os.fstat(data.fileno()).st_size
        while block := data.read(1 << 20):
            if any(block):
                out.write(block)
            else:
                out.seek(len(block), os.SEEK_CUR)
        out.truncate(size)


def delete():
    """Entries that are only marked as deleted, and space that is used again."""
    for number in range(40):
        with open(f"{MOUNT}/gone{number:02}.txt", "wb") as file:
            file.write(b"gone " * 300)
    for number in range(0, 40, 3):
        os.unlink(f"{MOUNT}/gone{number:02}.txt")
    os.rename(f"{MOUNT}/gone01.txt", f"{MOUNT}/DOCS/a new and much longer name for it.txt")


def sparse():
    """Holes in front, in the middle and behind."""
    with open(f"{MOUNT}/holes.bin", "wb") as file:
        for at in (5 * BLOCK, 90 * BLOCK + 7, 300 * BLOCK):
            file.seek(at)
            file.write(b"written at %d" % at)
        file.truncate(500 * BLOCK + 99)


def fragments():
    """Two files that grow in turn: more extents than fit into one descriptor."""
    with open(f"{MOUNT}/even.bin", "wb") as even, open(f"{MOUNT}/odd.bin", "wb") as odd:
        for number in range(700):
            for file in (even, odd):
                file.write(b"%08d" % number + b"." * (BLOCK - 8))
                file.flush()
                os.fsync(file.fileno())


def many():
    """100 000 files, made here: copying so many into the machine takes an hour.

    Every hundredth is too large for its own entry. Few in a folder: this kernel looks for a name from the first on.
    """
    for number in range(100_000):
        folder = f"{MOUNT}/D{number // 200:03}"
        if number % 200 == 0:
            os.mkdir(folder)
        size = 3000 + number % 5000 if number % 100 == 0 else number % 50
        fd = os.open(f"{folder}/F{number:06}.TXT", os.O_WRONLY | os.O_CREAT | os.O_EXCL)
        os.write(fd, (b"%06d " % number * 1200)[:size])
        os.close(fd)


def big():
    """A file above 4 GiB, mostly holes, made here for the same reason."""
    with open(f"{MOUNT}/BIG.BIN", "wb") as file:
        for at in (0, (2 << 30) - BLOCK, (4 << 30) - BLOCK, 4 << 30, (4 << 30) + (100 << 20)):
            file.seek(at)
            file.write(b"BIG at %d" % at)
        file.truncate((4 << 30) + (100 << 20) + 4321)


HOW = {"big": big, "many": many, "delete": delete, "sparse": sparse, "fragments": fragments}


def listing(job):
    kind, options = OPTIONS[job["view"]]
    if job.get("options"):
        options += "," + job["options"]
    lines = []
    with Mounted(job["image"], kind, "ro," + options):
        walk(os.fsencode(MOUNT), b"", lines)
    return lines


def walk(folder, prefix, lines):
    """Lines: kind, size, SHA-256 or target, path; bytes that are no UTF-8 come out as \\xNN."""
    for name in sorted(os.listdir(folder)):
        path = os.path.join(folder, name)
        info = os.lstat(path)
        shown = text(prefix + name)
        if stat.S_ISDIR(info.st_mode):
            lines.append(f"dir\t-\t-\t{shown}")
            walk(path, prefix + name + b"/", lines)
        elif stat.S_ISLNK(info.st_mode):
            lines.append(f"link\t-\t{text(os.readlink(path))}\t{shown}")
        elif stat.S_ISREG(info.st_mode):
            lines.append(f"file\t{info.st_size}\t{digest(path)}\t{shown}")
        else:
            lines.append(f"other\t-\t-\t{shown}")


def text(name):
    """Controls and what is no UTF-8 as \\xNN, a backslash twice: so a name is one field of one line."""
    plain = name.replace(b"\\", b"\\\\").decode("utf-8", "backslashreplace")
    return "".join(c if c.isprintable() or ord(c) > 0x9F else f"\\x{ord(c):02x}" for c in plain)


def digest(path):
    sum = hashlib.sha256()
    with open(path, "rb") as file:
        while block := file.read(1 << 20):
            sum.update(block)
    return sum.hexdigest()


def main():
    call("mount", "-t", "tmpfs", "-o", "size=1200m", "tmpfs", MEMORY)
    with open(f"{SHARE}/.jobs.json") as file:
        jobs = json.load(file)
    reports = []
    for job in jobs:
        try:
            print("job", job, flush=True)
            report = fill(job) if job["what"] == "fill" else listing(job)
            reports.append({"lines": report})
        except Exception as problem:
            traceback.print_exc()
            reports.append({"error": str(problem)[:300]})
    with open(f"{SHARE}/.report.new", "w") as file:
        json.dump({"kernel": os.uname().release, "reports": reports}, file)
    os.rename(f"{SHARE}/.report.new", f"{SHARE}/.report.json")


main()
