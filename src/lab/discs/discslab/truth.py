"""Lists of what is on a disc, as another program tells it: kind, size, SHA-256 or target, path, with tabs."""


def write(path, by, lines):
    text = f"# {by}\n" + "".join(line + "\n" for line in lines)
    with open(path, "w", encoding="utf-8") as file:
        file.write(text)


def read(path):
    """{path: (kind, size, digest or target)}"""
    entries = {}
    with open(path, encoding="utf-8") as file:
        for line in file:
            if not line.startswith("#"):
                kind, size, what, name = line.rstrip("\n").split("\t")
                entries[name] = (kind, size, what)
    return entries
