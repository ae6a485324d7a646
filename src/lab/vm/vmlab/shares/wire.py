"""The guest's loopback: it can be cut for a server's port, or be a slow line."""

from spindlelab.lab import tool

TABLE = ("ip", "lab")


def up():
    # As of a network: a packet of the loopback's own 64 KiB would never fit through a slow line.
    tool("ip", "link", "set", "lo", "up", "mtu", "1500")


class Wire:
    """To a server's port. What is sent over a cut wire is lost, as with a cable pulled: nobody hears of it."""

    def __init__(self, port):
        self._port = str(port)
        tool("nft", "add", "table", *TABLE)
        tool("nft", "add", "chain", *TABLE, "in", "{ type filter hook input priority 0; }")
        self.heal()

    def cut(self):
        for side in ("dport", "sport"):
            tool("nft", "add", "rule", *TABLE, "in", "tcp", side, self._port, "drop")

    def heal(self):
        tool("nft", "flush", "chain", *TABLE, "in")

    def slow(self, bytes_per_second):
        """All of the loopback, both ways."""
        rate = ("rate", f"{bytes_per_second * 8}bit", "burst", "32kb", "latency", "400ms")
        tool("tc", "qdisc", "replace", "dev", "lo", "root", "tbf", *rate)

    def fast(self):
        tool("tc", "qdisc", "del", "dev", "lo", "root")
