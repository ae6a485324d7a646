"""A CD-ROM XA as raw sectors: a volume in Mode 2 Form 1, and sectors in Form 2 behind it.

ECMA-130 for sync, header, EDC and ECC; System Description CD-ROM XA for the sub-header. With Form 2 sectors no
program can read this disc in sectors of 2048 bytes.
"""

import random

SECTOR = 2048
SYNC = b"\x00" + b"\xff" * 10 + b"\x00"
FORM_1, FORM_2 = b"\x00\x00\x08\x00", b"\x00\x00\x20\x00"  # file, channel, submode, coding
FORM_2_BYTES = 2324
FORM_2_SECTORS = 300
FRAMES_A_SECOND = 75
LEAD_IN_FRAMES = 150


def edc_table():
    table = []
    for value in range(256):
        for _ in range(8):
            value = value >> 1 ^ (0xD8018001 if value & 1 else 0)
        table.append(value)
    return table


EDC_TABLE = edc_table()


def edc(data):
    """The error detection code of 14.3: a CRC, its lowest byte first."""
    value = 0
    for byte in data:
        value = value >> 8 ^ EDC_TABLE[(value ^ byte) & 0xFF]
    return value.to_bytes(4, "little")


def bcd(number):
    return number // 10 << 4 | number % 10


def header(lba):
    frames = lba + LEAD_IN_FRAMES
    minute, second = frames // 4500, frames // FRAMES_A_SECOND % 60
    return bytes([bcd(minute), bcd(second), bcd(frames % FRAMES_A_SECOND), 2])


def doubled(value):
    """Times two in GF(2^8) with the polynomial of annex A."""
    return (value << 1 ^ (0x11D if value & 0x80 else 0)) & 0xFF


DOUBLED = [doubled(value) for value in range(256)]
HALVED_3 = [0] * 256
for _value in range(256):
    HALVED_3[_value ^ DOUBLED[_value]] = _value


def parity(data, majors, minors, major_step, minor_step):
    """Two parity bytes for each of the code words of annex A."""
    size = majors * minors
    first, second = bytearray(majors), bytearray(majors)
    for major in range(majors):
        index = (major >> 1) * major_step + (major & 1)
        a = b = 0
        for _ in range(minors):
            byte = data[index]
            index += minor_step
            if index >= size:
                index -= size
            a = DOUBLED[a ^ byte]
            b ^= byte
        a = HALVED_3[DOUBLED[a] ^ b]
        first[major] = a
        second[major] = a ^ b
    return bytes(first + second)


def form_1(lba, user):
    checked = FORM_1 * 2 + user
    checked += edc(checked)
    # The header counts as zeros here, so that the parity doesn't depend on the place.
    data = bytearray(4) + checked
    data += parity(data, 86, 24, 2, 86)
    data += parity(data, 52, 43, 86, 88)
    return SYNC + header(lba) + bytes(data[4:])


def form_2(lba, user):
    checked = FORM_2 * 2 + user
    return SYNC + header(lba) + checked + edc(checked)


def write(volume, path):
    with open(volume, "rb") as source, open(path, "wb") as out:
        lba = 0
        while user := source.read(SECTOR):
            out.write(form_1(lba, user.ljust(SECTOR, b"\0")))
            lba += 1
        for more in range(FORM_2_SECTORS):
            out.write(form_2(lba + more, random.randbytes(FORM_2_BYTES)))
