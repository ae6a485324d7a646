"""Recipes: images that mkudffs formats and the kernel's own UDF fills, in the virtual machine."""



from . import trees
from .iso import Recipe
from .tools import run

VIEWS = ("udf",)
MIB = trees.MIB


def formatted(mib, *options, block=trees.BLOCK):
    """An empty file system."""

    def make(lab, image):
        blocks = mib * MIB // block
        run("mkudffs", "--utf8", f"--blocksize={block}", "--new-file", "--label=Läb " + options[0][-8:],
            *options, image, str(blocks))

    return make


class Filled(Recipe):
    """Formatted here, then filled in the virtual machine: tree is copied, and more may be done."""

    def __init__(self, name, tree, mib, *options, block=trees.BLOCK, how=(), large=False):
        super().__init__(name, VIEWS, formatted(mib, *options, block=block), large)
        self.tree = tree
        self.how = how




DVD, HD, RW, CDRW = "--media-type=dvd", "--media-type=hd", "--media-type=dvdrw", "--media-type=cdrw"

ALL = [
    Filled("udf102-empty", trees.empty, 2, HD, "--udfrev=1.02"),
    Filled("udf102-wide", trees.wide, 4, HD, "--udfrev=1.02"),
    Filled("udf102-sizes", trees.sizes, 4, HD, "--udfrev=1.02", "--ad=short"),
    Filled("udf102-long-ad", trees.sizes, 4, HD, "--udfrev=1.02", "--ad=long"),
    Filled("udf102-dvdram", trees.names, 4, "--media-type=dvdram", "--udfrev=1.02"),
    Filled("udf102-hd", trees.links, 4, HD, "--udfrev=1.02"),
    Filled("udf102-mo", trees.plain, 4, "--media-type=mo", "--udfrev=1.02"),
    Filled("udf150-cdrw", trees.wide, 16, CDRW, "--udfrev=1.50"),
    Filled("udf150-cdrw-sizes", trees.sizes, 16, CDRW, "--udfrev=1.50"),
    Filled("udf150-dvdrw", trees.names, 16, RW, "--udfrev=1.50"),
    Filled("udf150-hd", trees.names, 4, HD, "--udfrev=1.50"),
    Filled("udf200-hd", trees.wide, 4, HD, "--udfrev=2.00"),
    Filled("udf200-dvdrw", trees.wide, 16, RW, "--udfrev=2.00"),
    Filled("udf201-hd", trees.wide, 4, HD, "--udfrev=2.01"),
    Filled("udf201-in-icb", trees.sizes, 4, HD, "--udfrev=2.01", "--ad=inicb"),
    Filled("udf201-short", trees.sizes, 4, HD, "--udfrev=2.01", "--ad=short"),
    Filled("udf201-noefe", trees.sizes, 4, HD, "--udfrev=2.01", "--noefe"),
    Filled("udf201-deleted", trees.plain, 4, HD, "--udfrev=2.01", how=("delete",)),
    Filled("udf201-sparse", trees.plain, 4, HD, "--udfrev=2.01", how=("sparse",)),
    Filled("udf201-fragments", trees.plain, 8, HD, "--udfrev=2.01", how=("fragments",)),
    Filled("udf201-fragments-cdrw", trees.plain, 16, CDRW, "--udfrev=2.01", how=("fragments",)),
    Filled("udf201-bottomless", trees.bottomless, 4, HD, "--udfrev=2.01"),
    Filled("udf201-full-folder", trees.full, 4, HD, "--udfrev=2.01"),
    Filled("udf201-links", trees.links, 4, HD, "--udfrev=2.01"),
    Filled("udf201-bdmv", trees.bdmv, 4, "--media-type=dvdram", "--udfrev=2.01"),
    Filled("udf201-block512", trees.plain, 2, HD, "--udfrev=2.01", block=512),
    Filled("udf201-block4096", trees.plain, 4, HD, "--udfrev=2.01", block=4096),
    Filled("udf201-many", trees.empty, 400, HD, "--udfrev=2.01", how=("many",), large=True),
    Filled("udf102-big", trees.one, 4600, HD, "--udfrev=1.02", how=("big",), large=True),
    Filled("udf201-big", trees.one, 4600, HD, "--udfrev=2.01", how=("big",), large=True),
    Recipe("udf102-dvd", VIEWS, formatted(2, DVD, "--udfrev=1.02")),
    Recipe("udf150-cdr", VIEWS, formatted(2, "--media-type=cdr", "--udfrev=1.50", "--closed")),
    Recipe("udf150-cdr-open", VIEWS, formatted(2, "--media-type=cdr", "--udfrev=1.50")),
    Recipe("udf201-dvdr", VIEWS, formatted(2, "--media-type=dvdr", "--udfrev=2.01")),
    Recipe("udf150-worm", VIEWS, formatted(2, "--media-type=worm", "--udfrev=1.50", "--strategy=4096")),
    Recipe("udf250-bdr", VIEWS, formatted(2, "--media-type=bdr", "--udfrev=2.50")),
    Recipe("udf260-bdr", VIEWS, formatted(2, "--media-type=bdr", "--udfrev=2.60")),
]
