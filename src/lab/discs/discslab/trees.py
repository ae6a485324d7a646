"""Folders to make discs from. The same bytes each time; no two files and no two blocks are alike."""

import os

BLOCK = 2048
MIB = 1 << 20
GIB = 1 << 30
# 2020-02-29 12:34:56 UTC: the same date on each file, so that images differ by content alone.
DATE = 1582979696

SIZES = (0, 1, 2, 2047, 2048, 2049, 4095, 4096, 4097, 32767, 32768, 65537, 300_001)


def content(name, size):
    """Each block says whose it is and which one: a wrong extent shows."""
    blocks = []
    for number in range((size + BLOCK - 1) // BLOCK):
        head = f"{name} block {number}\n".encode()
        blocks.append(head + b"." * (BLOCK - len(head)))
    return b"".join(blocks)[:size]


def file(folder, name, size, data=None):
    path = os.path.join(folder, name)
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "wb") as out:
        out.write(content(name, size) if data is None else data)


def empty(folder):
    os.makedirs(folder, exist_ok=True)


def one(folder):
    file(folder, "README.TXT", 1234)


def sizes(folder):
    for size in SIZES:
        file(folder, f"S{size}.BIN", size)


def plain(folder):
    """Names that every level of ISO 9660 can hold."""
    file(folder, "README.TXT", 3000)
    file(folder, "DOCS/A.TXT", 10)
    file(folder, "DOCS/B.TXT", 5000)
    file(folder, "DOCS/OLD/C.TXT", 2048)
    file(folder, "NODOT", 77)
    os.makedirs(os.path.join(folder, "VOID"))


def names(folder):
    """Names that need Joliet, Rock Ridge or UDF."""
    for name in (
        "Überfahrt.txt",
        "ελληνικά/άλφα.txt",
        "漢字/ファイル.txt",
        "e\u0301 decomposed.txt",
        "two  spaces and.many.dots.txt",
        ".hidden",
        "UPPER and lower.TxT",
        "a rather long name, as people give them to photographs of a day out.jpeg",
    ):
        file(folder, name, 100 + len(name))


def ascii(folder):
    """Names that only tools with loose rules write into ISO 9660."""
    for name in ("lower case.txt", ".hidden", "many.dots.in.it.txt", "a name of many letters/and more.text"):
        file(folder, name, 200 + len(name))


def wide(folder):
    """Characters beyond 16 bits, and a name as long as UDF's can be."""
    names(folder)
    file(folder, "smile 😀.txt", 44)
    file(folder, "n" * 200 + ".txt", 45)


def deep(folder):
    path = ""
    for level in range(1, 21):
        path = os.path.join(path, f"LEVEL{level:02}")
        file(folder, os.path.join(path, f"F{level:02}.TXT"), level)


def bottomless(folder):
    path = ""
    for level in range(1, 101):
        path = os.path.join(path, f"d{level:03}")
    file(folder, os.path.join(path, "bottom.txt"), 9)


def links(folder):
    plain(folder)
    os.symlink("README.TXT", os.path.join(folder, "LINK"))
    os.symlink("../../README.TXT", os.path.join(folder, "DOCS", "OLD", "UP"))
    os.symlink("/absolutely/" + "far/" * 60 + "away", os.path.join(folder, "FAR"))
    os.link(os.path.join(folder, "NODOT"), os.path.join(folder, "DOCS", "SAME"))


def specials(folder):
    links(folder)
    os.mkfifo(os.path.join(folder, "PIPE"))


def full(folder):
    """A folder whose entries fill more than a few blocks."""
    for number in range(700):
        file(folder, f"FULL/ENTRY{number:04}.TXT", number % 7)


def many(folder):
    for number in range(100_000):
        file(folder, f"D{number // 1000:03}/F{number:06}.TXT", number % 50)


def big(folder):
    """One file above 4 GiB with few written blocks, and one behind it."""
    path = os.path.join(folder, "BIG.BIN")
    os.makedirs(folder, exist_ok=True)
    with open(path, "wb") as out:
        for at in (0, 2 * GIB - BLOCK, 4 * GIB - BLOCK, 4 * GIB, 4 * GIB + 100 * MIB):
            out.seek(at)
            out.write(content(f"BIG at {at}", BLOCK))
        out.truncate(4 * GIB + 100 * MIB + 4321)
    file(folder, "SMALL.TXT", 500)


def large(folder):
    """About the longest file that one extent of ISO 9660 can tell, and one behind it."""
    path = os.path.join(folder, "LARGE.BIN")
    os.makedirs(folder, exist_ok=True)
    with open(path, "wb") as out:
        for at in (0, 2 * GIB - BLOCK, 2 * GIB, 4 * GIB - 2 * BLOCK):
            out.seek(at)
            out.write(content(f"LARGE at {at}", BLOCK))
        out.truncate(4 * GIB - 2)
    file(folder, "SMALL.TXT", 500)


def bdmv(folder):
    file(folder, "BDMV/index.bdmv", 0, b"INDX0200" + bytes(200))
    file(folder, "BDMV/MovieObject.bdmv", 0, b"MOBJ0200" + bytes(100))
    file(folder, "BDMV/PLAYLIST/00000.mpls", 0, b"MPLS0200" + bytes(90))
    file(folder, "BDMV/CLIPINF/00000.clpi", 300)
    file(folder, "BDMV/STREAM/00000.m2ts", 192 * 1024)
    file(folder, "BDMV/BACKUP/index.bdmv", 0, b"INDX0200" + bytes(200))
    os.makedirs(os.path.join(folder, "CERTIFICATE"))


def aacs(folder):
    """What a protected Blu-ray shows: a folder AACS. What stands in it here is no key."""
    bdmv(folder)
    file(folder, "AACS/ContentHash000.tbl", 500)


def dvd(folder):
    """DVD-Video by its names. genisoimage -dvd-video would want real IFO files, which need real films."""
    for name in ("VIDEO_TS", "VTS_01_0"):
        file(folder, f"VIDEO_TS/{name}.IFO", 4 * BLOCK)
        file(folder, f"VIDEO_TS/{name}.BUP", 4 * BLOCK)
    file(folder, "VIDEO_TS/VIDEO_TS.VOB", 8 * BLOCK)
    file(folder, "VIDEO_TS/VTS_01_1.VOB", 16 * BLOCK)
    os.makedirs(os.path.join(folder, "AUDIO_TS"))


def vcd(folder):
    file(folder, "VCD/INFO.VCD", 2048)
    file(folder, "MPEGAV/AVSEQ01.DAT", 9000)


def boot(folder):
    plain(folder)
    file(folder, "BOOT/BOOT.IMG", 2048)
    file(folder, "BOOT/EFI.IMG", 1440 * 1024)


def made(parent, tree):
    """The folder of that tree, made once; all its dates are the same."""
    folder = os.path.join(parent, tree.__name__)
    if not os.path.isdir(folder):
        tree(folder)
        for path, _, files in os.walk(folder, topdown=False):
            for name in files:
                os.utime(os.path.join(path, name), (DATE, DATE), follow_symlinks=False)
            os.utime(path, (DATE, DATE))
    return folder
