"""Recipes: images that xorriso, genisoimage and makefs make."""

import os
import shutil

from . import trees
from .tools import run

ROCK_JOLIET = ("rock", "joliet", "plain")


class Recipe:
    """How one image is made.

    views: which of its trees other programs are asked for; the first is the one that Spindle shows.
    mount_options: what the kernel must be told, because nobody can ask an image where its last session is.
    """

    def __init__(self, name, views, make, large=False, mount_options=""):
        self.name = name
        self.views = views
        self.make = make
        self.large = large
        self.mount_options = mount_options


def genisoimage(tree, *options):
    def make(lab, image):
        folder = trees.made(lab.sources, tree)
        run("genisoimage", "-quiet", "-V", "LAB_" + tree.__name__.upper(), *options, "-o", image, folder)

    return make


def xorriso(tree, *options):
    def make(lab, image):
        folder = trees.made(lab.sources, tree)
        run("xorriso", "-as", "mkisofs", "-quiet", "-V", "LAB_" + tree.__name__.upper(), *options, "-o", image, folder)

    return make


def makefs(tree, options):
    def make(lab, image):
        run("makefs", "-t", "cd9660", "-o", "label=LAB_MAKEFS" + options, image, trees.made(lab.sources, tree))

    return make


def zisofs(lab, image):
    folder = trees.made(lab.sources, trees.sizes)
    run("xorriso", "-outdev", image, "-volid", "LAB_ZISOFS", "-map", folder, "/",
        "-set_filter_r", "--zisofs", "/", "--", "-commit")


def sessions_of_genisoimage(lab, image):
    """The second session is made to follow the first, as a drive would write it behind it."""
    first, second = trees.made(lab.sources, trees.plain), trees.made(lab.sources, trees.names)
    run("genisoimage", "-quiet", "-R", "-J", "-V", "LAB_ONE", "-o", image, first)
    sectors = -(-os.path.getsize(image) // 16 // trees.BLOCK) * 16 + 11400
    more = image + ".second"
    run("genisoimage", "-quiet", "-R", "-J", "-V", "LAB_TWO", "-M", image, "-C", f"0,{sectors}",
        "-o", more, second)
    with open(image, "r+b") as out, open(more, "rb") as session:
        out.seek(sectors * trees.BLOCK)
        shutil.copyfileobj(session, out)
    os.unlink(more)


def sessions_of_xorriso(lab, image):
    """xorriso renews the first descriptors, so that the last session shows also without its address."""
    for number, tree in enumerate((trees.plain, trees.names, trees.one), 1):
        folder = trees.made(lab.sources, tree)
        run("xorriso", "-dev", image, "-joliet", "on", "-volid", f"LAB_S{number}", "-map", folder,
            f"/session{number}", "-commit")


def removed_in_second_session(lab, image):
    run("xorriso", "-dev", image, "-joliet", "on", "-volid", "LAB_BEFORE",
        "-map", trees.made(lab.sources, trees.plain), "/", "-commit")
    run("xorriso", "-dev", image, "-joliet", "on", "-volid", "LAB_AFTER",
        "-rm_r", "/DOCS", "--", "-commit")


ALL = [
    Recipe("iso-empty", ROCK_JOLIET, xorriso(trees.empty, "-J")),
    Recipe("iso-one-file", ("plain",), genisoimage(trees.one, "-iso-level", "1")),
    Recipe("iso-level1", ("plain",), genisoimage(trees.plain, "-iso-level", "1")),
    Recipe("iso-level2", ("plain",), genisoimage(trees.deep, "-iso-level", "2")),
    Recipe("iso-level3", ("plain",), genisoimage(trees.sizes, "-iso-level", "3")),
    Recipe("iso-level4", ("plain",), genisoimage(trees.ascii, "-iso-level", "4")),
    Recipe("iso-untranslated", ("plain",), genisoimage(trees.ascii, "-U")),
    Recipe("iso-sizes", ROCK_JOLIET, xorriso(trees.sizes, "-J")),
    Recipe("iso-full-folder", ROCK_JOLIET, genisoimage(trees.full, "-R", "-J")),
    Recipe("iso-joliet", ("joliet", "plain"), genisoimage(trees.names, "-J", "-joliet-long", "-input-charset", "utf-8")),
    Recipe("iso-joliet-wide", ROCK_JOLIET, xorriso(trees.wide, "-J", "-joliet-utf16", "-joliet-long")),
    Recipe("iso-rock", ("rock", "plain"), genisoimage(trees.wide, "-R", "-input-charset", "utf-8")),
    Recipe("iso-rock-joliet", ROCK_JOLIET, genisoimage(trees.names, "-R", "-J", "-input-charset", "utf-8")),
    Recipe("iso-rock-112", ("rock", "plain"), xorriso(trees.links, "-R")),
    Recipe("iso-links", ROCK_JOLIET, genisoimage(trees.specials, "-R", "-J")),
    Recipe("iso-deep-relocated", ("rock", "plain"), genisoimage(trees.deep, "-R")),
    Recipe("iso-deep-kept", ("rock", "plain"), genisoimage(trees.deep, "-R", "-D")),
    Recipe("iso-bottomless", ROCK_JOLIET, xorriso(trees.bottomless, "-J")),
    Recipe("iso-zisofs", ("rock", "plain"), zisofs),
    Recipe("iso-eltorito", ROCK_JOLIET,
           genisoimage(trees.boot, "-R", "-J", "-b", "BOOT/BOOT.IMG", "-no-emul-boot", "-c", "BOOT/CAT")),
    Recipe("iso-hybrid", ROCK_JOLIET,
           xorriso(trees.boot, "-J", "-e", "BOOT/EFI.IMG", "-no-emul-boot", "-isohybrid-gpt-basdat", "-partition_offset", "16")),
    Recipe("iso-hfs", ROCK_JOLIET, genisoimage(trees.plain, "-R", "-J", "-hfs")),
    Recipe("iso-hfsplus", ROCK_JOLIET, xorriso(trees.plain, "-J", "-hfsplus")),
    Recipe("iso-bdmv", ROCK_JOLIET, xorriso(trees.bdmv, "-J")),
    Recipe("iso-vcd", ("plain",), genisoimage(trees.vcd)),
    Recipe("iso-nopad", ROCK_JOLIET, genisoimage(trees.one, "-R", "-J", "-no-pad")),
    Recipe("iso-sessions-genisoimage", ("rock", "joliet"), sessions_of_genisoimage),
    Recipe("iso-sessions-xorriso", ROCK_JOLIET, sessions_of_xorriso),
    Recipe("iso-session-removes", ROCK_JOLIET, removed_in_second_session),
    Recipe("iso-netbsd", ("plain",), makefs(trees.plain, "")),
    Recipe("iso-netbsd-rock", ("rock", "plain"), makefs(trees.deep, ",rockridge")),
    Recipe("iso-many", ("rock",), xorriso(trees.many, "-J"), large=True),
    Recipe("iso-big", ("rock",), xorriso(trees.big, "-iso-level", "3"), large=True),
    # It makes no file of several extents, and refuses 4 GiB - 1 bytes and more.
    Recipe("iso-big-genisoimage", ("rock",), genisoimage(trees.large, "-R", "-iso-level", "3"), large=True),
    Recipe("bridge", ("udf", *ROCK_JOLIET), genisoimage(trees.names, "-udf", "-R", "-J", "-input-charset", "utf-8")),
    Recipe("bridge-links", ("udf", *ROCK_JOLIET), genisoimage(trees.links, "-udf", "-R", "-J")),
    Recipe("bridge-full-folder", ("udf", *ROCK_JOLIET), genisoimage(trees.full, "-udf", "-R", "-J")),
    Recipe("bridge-dvd-video", ("udf", "plain"), genisoimage(trees.dvd, "-udf")),
    Recipe("bridge-bdmv", ("udf", *ROCK_JOLIET), genisoimage(trees.bdmv, "-udf", "-R", "-J", "-allow-limited-size")),
    Recipe("bridge-many", ("udf",), genisoimage(trees.many, "-udf", "-R"), large=True),
    Recipe("bridge-big", ("udf",), genisoimage(trees.big, "-udf", "-R", "-iso-level", "3", "-allow-limited-size"), large=True),
]
