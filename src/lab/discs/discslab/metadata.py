"""Writes UDF 2.50 with a metadata partition, as on Blu-ray: no program for Linux that Debian has makes one.

Written from the standards, and knows nothing of Spindle; the kernel's mount and libudfread are asked whether
they read it.
"""

import os

from . import descriptors as d
from . import trees
from .iso import Recipe

BLOCK = d.BLOCK
MAIN, RESERVE, INTEGRITY, ANCHOR, START = 32, 48, 64, 256, 288
FOLDER, FILE, METADATA, MIRROR = 4, 5, 250, 251
# Where the pieces of the metadata file lie in the partition, and how long they are.
PIECE = 32
# Data begins behind the metadata file's pieces; gaps make them more than one.
GAP = 8


class Volume:
    def __init__(self, image, revision, mirrored, pieces):
        self.image = image
        self.revision = revision
        self.mirrored = mirrored
        self.pieces = pieces
        self.meta = [d.terminator(1)] * 2
        self.data_at = 1 + pieces * (PIECE + GAP)
        self.unique = 16

    def put(self, block, data):
        self.image.seek(block * BLOCK)
        self.image.write(data)

    def reserve(self):
        """A block of the metadata partition."""
        self.meta.append(b"")
        return len(self.meta) - 1

    def store(self, path):
        """A file's bytes go into the physical partition; its descriptors are long, because its entry is elsewhere."""
        size = os.path.getsize(path)
        begin = self.data_at
        with open(path, "rb") as data:
            self.put(START + begin, data.read())
        self.data_at += -(-size // BLOCK)
        pieces, at = b"", begin
        left = size
        most = (1 << 30) - BLOCK
        while left > 0:
            length = min(left, most)
            pieces += d.long_ad(length, at, 0)
            at += length // BLOCK
            left -= length
        return size, pieces

    def add_file(self, path):
        block = self.reserve()
        size, pieces = self.store(path)
        self.unique += 1
        self.meta[block] = d.extended_entry(block, FILE, size, pieces, 1, self.unique, 1, -(-size // BLOCK))
        return block

    def add_folder(self, path, parent=None):
        block = self.reserve()
        parent = block if parent is None else parent
        entries = [("", 0x0A, parent)]
        for name in sorted(os.listdir(path)):
            child = os.path.join(path, name)
            is_folder = os.path.isdir(child)
            entries.append((name, 2, self.add_folder(child, block)) if is_folder else (name, 0, self.add_file(child)))
        self.unique += 1
        links = 1 + sum(1 for _, kind, _ in entries if kind == 2)
        size = len(self.listed(entries, 0))
        first = len(self.meta)
        count = -(-size // BLOCK)
        listed = self.listed(entries, first)
        for i in range(count):
            self.meta.append(listed[i * BLOCK : (i + 1) * BLOCK].ljust(BLOCK, b"\0"))
        where = d.short_ad(size, first)
        self.meta[block] = d.extended_entry(block, FOLDER, size, where, 0, self.unique, links, count)
        return block

    @staticmethod
    def listed(entries, first):
        """Each descriptor's tag tells the block in which it begins."""
        out = b""
        for name, kind, block in entries:
            out += d.identifier(first + len(out) // BLOCK, name, kind, d.long_ad(BLOCK, block, 1))
        return out

    def write_metadata(self, first_block, kind):
        """The file's entry and its pieces: one after the other, with gaps between them."""
        at = first_block + 1
        pieces = b""
        for i in range(self.pieces):
            part = self.meta[i * PIECE : (i + 1) * PIECE]
            self.put(START + at, b"".join(part).ljust(PIECE * BLOCK, b"\0"))
            pieces += d.short_ad(PIECE * BLOCK, at)
            at += PIECE + GAP
        size = self.pieces * PIECE * BLOCK
        self.put(START + first_block, d.extended_entry(first_block, kind, size, pieces, 0, 0, 0, size // BLOCK))

    def finish(self, label):
        if len(self.meta) > self.pieces * PIECE:
            raise ValueError(f"{len(self.meta)} blocks of metadata need more pieces than {self.pieces}")
        self.write_metadata(0, METADATA)
        mirror = self.data_at
        if self.mirrored:
            self.write_metadata(mirror, MIRROR)
            self.data_at += 1 + self.pieces * (PIECE + GAP)
        else:
            self.mirror_of_main(mirror)
            self.data_at += 1
        blocks = self.data_at
        end = START + blocks
        self.structures(label, blocks, mirror)
        # The second anchor is 256 blocks before the last one.
        self.put(end, d.anchor(end, MAIN, RESERVE))
        self.put(end + 256, d.anchor(end + 256, MAIN, RESERVE))

    def mirror_of_main(self, at):
        """Without the duplicate flag the mirror's entry names the main file's own pieces (2.2.13.1)."""
        pieces = b"".join(d.short_ad(PIECE * BLOCK, 1 + i * (PIECE + GAP)) for i in range(self.pieces))
        size = self.pieces * PIECE * BLOCK
        self.put(START + at, d.extended_entry(at, MIRROR, size, pieces, 0, 0, 0, size // BLOCK))

    def structures(self, label, blocks, mirror):
        for number, name in enumerate((b"BEA01", b"NSR03", b"TEA01")):
            self.put(16 + number, b"\0" + name + b"\x01")
        maps = b"\x01\x06\x01\x00\x00\x00" + b"\x02\x40\0\0" + d.entity(b"*UDF Metadata Partition", self.revision.to_bytes(2, "little"))
        maps += (1).to_bytes(2, "little") + bytes(2)
        for number in (0, mirror, 0xFFFFFFFF, PIECE):
            maps += number.to_bytes(4, "little")
        maps += (PIECE).to_bytes(2, "little") + bytes([1 if self.mirrored else 0]) + bytes(5)
        for at in (MAIN, RESERVE):
            self.put(at, d.primary(at, label))
            self.put(at + 1, d.partition(at + 1, START, blocks))
            self.put(at + 2, d.logical_volume(at + 2, label, self.revision, maps, 2, d.long_ad(BLOCK, 0, 1), INTEGRITY))
            self.put(at + 3, d.terminator(at + 3))
        self.put(INTEGRITY, d.integrity(INTEGRITY, self.revision, 2))
        self.put(INTEGRITY + 1, d.terminator(INTEGRITY + 1))
        self.put(ANCHOR, d.anchor(ANCHOR, MAIN, RESERVE))


def volume(tree, revision, mirrored=True, pieces=2, spoil=()):
    def make(lab, image):
        with open(image, "wb+") as file:
            made = Volume(file, revision, mirrored, pieces)
            root = made.add_folder(trees.made(lab.sources, tree))
            made.meta[0] = d.file_set(0, "LAB_BD", revision, d.long_ad(BLOCK, root, 1))
            made.finish("LAB_BD")
            for block in spoil:
                made.put(block, b"\xff" * BLOCK)

    return make


VIEWS = ("udf",)
ALL = [
    Recipe("udf250-metadata", VIEWS, volume(trees.wide, 0x250)),
    Recipe("udf250-bdmv", VIEWS, volume(trees.bdmv, 0x250)),
    Recipe("udf260-aacs", VIEWS, volume(trees.aacs, 0x260)),
    Recipe("udf250-one-metadata", VIEWS, volume(trees.sizes, 0x250, mirrored=False, pieces=1)),
    Recipe("udf250-full-folder", VIEWS, volume(trees.full, 0x250, pieces=24)),
    # The main metadata file's entry is spoiled: the mirror must serve.
    Recipe("udf250-mirror", VIEWS, volume(trees.wide, 0x250, spoil=(START,))),
]
