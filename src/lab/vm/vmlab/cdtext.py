"""CD-Text packs, as they lie in a lead-in: libburn's doc/cdtext.txt tells how."""

TITLE, PERFORMER = 0x80, 0x81
PACK, LETTERS = 18, 12


def packs(**texts):
    """Titles and performers, the disc's first, by the names of the two kinds."""
    made = []
    for kind, words in (("titles", TITLE), ("performers", PERFORMER)):
        made += of_kind(words, texts[kind], len(made))
    return b"".join(made)


def of_kind(kind, texts, first):
    letters = b"".join(text.encode("latin-1") + b"\0" for text in texts)
    made = []
    for at in range(0, len(letters), LETTERS):
        track = letters[:at].count(b"\0")
        begun = at - (letters.rfind(b"\0", 0, at) + 1)
        head = bytes([kind, track, first + len(made), min(15, begun)])
        pack = head + letters[at : at + LETTERS].ljust(LETTERS, b"\0")
        made.append(pack + crc(pack).to_bytes(2, "big"))
    return made


def crc(data):
    """CRC-16/GSM."""
    value = 0
    for byte in data:
        value ^= byte << 8
        for _ in range(8):
            value = (value << 1 ^ 0x1021 if value & 0x8000 else value << 1) & 0xFFFF
    return value ^ 0xFFFF
