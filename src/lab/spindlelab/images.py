"""Images to rip."""

import os

from .lab import Skipped, need_tool, tool

BLOCK = 4 << 20


def random_image(lab, name, size):
    """A file of random bytes: no two sectors are alike, so a shifted one shows."""
    path = lab.path(name)
    if not (os.path.exists(path) and os.path.getsize(path) == size):
        with open(path, "wb") as file:
            for begin in range(0, size, BLOCK):
                file.write(os.urandom(min(BLOCK, size - begin)))
    return path


def iso_image(lab, name, label, size):
    """A real ISO 9660 image with one large file of random bytes in it."""
    need_tool("xorriso")
    content = lab.new_folder("content")
    with open(os.path.join(content, "data.bin"), "wb") as file:
        file.write(os.urandom(size))
    path = lab.path(name)
    tool("xorriso", "-as", "mkisofs", "-quiet", "-V", label, "-o", path, content)
    return path


def script(lab, *statements):
    """A script file for a drive."""
    path = os.path.join(lab.new_folder("script"), "drive.script")
    with open(path, "w") as file:
        file.write("\n".join(statements) + "\n")
    return path


def iso_or_random(lab, name, label, size):
    """Where nothing makes an ISO 9660 image, random bytes serve too."""
    try:
        return iso_image(lab, name, label, size)
    except Skipped:
        return random_image(lab, name, size)
