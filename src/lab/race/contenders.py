"""Who writes the stream: Spindle in its ways, dd and ddrescue."""

MECHANISMS = ("direct", "dontcache", "range", "datasync")


def spindle(*options):
    def command(program, source, folder):
        return [program, "rip", source, "-o", folder, "--name", "copy", "--hash", "none", "--json", *options]

    return command, "copy.iso"


def shell(script):
    """A command line of others; $1 is the source, $2 the copy."""

    def command(program, source, folder):
        return ["sh", "-ec", script, "sh", source, f"{folder}/copy"]

    return command, "copy"


WAYS = {
    "auto": spindle(),
    **{f"steady {name}": spindle("--policy", "steady", "--mechanism", name) for name in MECHANISMS},
    "classic": spindle("--policy", "classic"),
    "dd": shell('exec dd if="$1" of="$2" bs=1M conv=fsync status=none'),
    "dd direct": shell('exec dd if="$1" of="$2" bs=1M oflag=direct conv=fsync status=none'),
    "ddrescue, sync": shell('ddrescue -q "$1" "$2" "$2.map"; exec sync "$2"'),
    "ddrescue -D": shell('exec ddrescue -q -D "$1" "$2" "$2.map"'),
    "ddrescue -y": shell('exec ddrescue -q -y "$1" "$2" "$2.map"'),
}
OURS = ("auto", *(f"steady {name}" for name in MECHANISMS))
OTHERS = tuple(way for way in WAYS if way not in OURS and way != "classic")
