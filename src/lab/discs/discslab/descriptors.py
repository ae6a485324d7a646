"""Descriptors of UDF 2.50 and 2.60, written from ECMA-167 and OSTA UDF 2.60; numbers of clauses are theirs."""

import struct

BLOCK = 2048
STAMP = struct.pack("<HhBBBBBBBB", 0x1000, 2020, 2, 29, 12, 34, 56, 0, 0, 0)
CHARSET = b"\0OSTA Compressed Unicode".ljust(64, b"\0")


def crc(data):
    """3/7.2.6: polynomial 0x1021."""
    value = 0
    for byte in data:
        value ^= byte << 8
        for _ in range(8):
            value = (value << 1 ^ 0x1021 if value & 0x8000 else value << 1) & 0xFFFF
    return value


def tagged(identifier, location, body, size=BLOCK):
    """3/7.2: the tag, its check sums, and the body behind it."""
    version = 3
    head = struct.pack("<HHBBHHHI", identifier, version, 0, 0, 1, crc(body), len(body), location)
    total = (sum(head) - head[4]) & 0xFF
    return (head[:4] + bytes([total]) + head[5:] + body).ljust(size, b"\0")


def text(name):
    """OSTA compressed Unicode (2.1.1): 8 bits a character where that is enough."""
    try:
        return b"\x08" + name.encode("latin-1")
    except UnicodeEncodeError:
        return b"\x10" + name.encode("utf-16-be")


def dstring(name, size):
    """1/7.2.12"""
    packed = text(name)
    return packed.ljust(size - 1, b"\0") + bytes([len(packed)])


def entity(name, suffix=b""):
    """1/7.4"""
    return b"\0" + name.ljust(23, b"\0") + suffix.ljust(8, b"\0")


def domain(revision):
    return entity(b"*OSTA UDF Compliant", struct.pack("<H", revision))


def long_ad(length, block, partition):
    """4/14.14.2"""
    return struct.pack("<IIH6x", length, block, partition)


def short_ad(length, block):
    """4/14.14.1"""
    return struct.pack("<II", length, block)


def anchor(at, main, reserve):
    """3/10.2"""
    extents = struct.pack("<IIII", 16 * BLOCK, main, 16 * BLOCK, reserve)
    return tagged(2, at, extents + bytes(480))


def primary(at, label):
    """3/10.1"""
    return tagged(1, at, struct.pack("<II", 1, 0) + dstring(label, 32) + struct.pack("<HHHHII", 1, 1, 2, 2, 1, 1)
                  + dstring("5EA5A1E5" + label, 128) + CHARSET + CHARSET + bytes(16) + entity(b"*Lab") + STAMP
                  + entity(b"*Lab") + bytes(64) + bytes(4) + bytes(2) + bytes(22))


def partition(at, first, blocks):
    """3/10.5; access type 1: read only"""
    return tagged(5, at, struct.pack("<IHH", 2, 1, 0) + entity(b"+NSR03") + bytes(128)
                  + struct.pack("<III", 1, first, blocks) + entity(b"*Lab") + bytes(128 + 156))


def logical_volume(at, label, revision, maps, count, file_set, integrity):
    """3/10.6"""
    return tagged(6, at, struct.pack("<I", 3) + CHARSET + dstring(label, 128) + struct.pack("<I", BLOCK)
                  + domain(revision) + file_set + struct.pack("<II", len(maps), count) + entity(b"*Lab")
                  + bytes(128) + struct.pack("<II", 2 * BLOCK, integrity) + maps)


def integrity(at, revision, partitions):
    """3/10.10; closed"""
    # What can read 2.50 can read 2.60 (OSTA UDF 2.2.6.4).
    use = entity(b"*Lab") + struct.pack("<IIHHH", 1, 1, min(revision, 0x250), revision, revision)
    return tagged(9, at, STAMP + struct.pack("<III", 1, 0, 0) + bytes(32) + struct.pack("<II", partitions, len(use))
                  + bytes(4 * partitions) + bytes(4 * partitions) + use)


def file_set(at, label, revision, root):
    """4/14.1"""
    return tagged(256, at, STAMP + struct.pack("<HHIIII", 3, 3, 1, 1, 0, 0) + CHARSET + dstring(label, 128)
                  + CHARSET + dstring(label, 32) + bytes(32) + bytes(32) + root + domain(revision)
                  + long_ad(0, 0, 0) + long_ad(0, 0, 0) + bytes(32))


def extended_entry(at, kind, size, descriptors, how, unique=0, links=1, recorded=0):
    """4/14.17; how: 0 short descriptors, 1 long ones, 3 the content itself"""
    icb = struct.pack("<IHHHBBIHH", 0, 4, 0, 1, 0, kind, 0, 0, how)
    return tagged(266, at, icb + struct.pack("<IIIHBBI", 0xFFFFFFFF, 0xFFFFFFFF, 0x14A5, links, 0, 0, 0)
                  + struct.pack("<QQQ", size, size, recorded) + STAMP * 4 + struct.pack("<II", 1, 0)
                  + long_ad(0, 0, 0) + long_ad(0, 0, 0) + entity(b"*Lab") + struct.pack("<QII", unique, 0, len(descriptors))
                  + descriptors)


def identifier(at, name, characteristics, icb):
    """4/14.4"""
    packed = text(name) if name else b""
    body = struct.pack("<HBB", 1, characteristics, len(packed)) + icb + struct.pack("<H", 0) + packed
    body += bytes(-(len(body) + 16) % 4)
    return tagged(257, at, body, 0)


def terminator(at):
    """3/10.9"""
    return tagged(8, at, bytes(496))


def allocation_extent(at, descriptors):
    """4/14.5"""
    return tagged(258, at, struct.pack("<II", 0, len(descriptors)) + descriptors)
