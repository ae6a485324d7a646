"""The kernel's NFS server, asked by the kernel's client (nfsd(7), nfs(5))."""

import os

from spindlelab.lab import tool

from .server import STORE, Server

THREADS = "/proc/fs/nfsd/threads"
STATE = "/var/lib/nfs"
MOUNTD_PORT = 20048
SOON = "timeo=20,retrans=2"  # asks again after 2 s; the kernel's own are a minute apart


class Nfs(Server):
    """Hard mounts, as everybody has them: a call waits for its server, however long."""

    port = 2049
    badge, promise = "NFS", "is safely on"

    def __init__(self, version):
        super().__init__()
        self._version = version

    def start(self):
        is_first = not os.path.exists(THREADS)
        if is_first:
            self._prepare()
        tool("rpc.nfsd", "--no-udp", "-G", "10", "-L", "10", "2")
        # At the first start nobody reclaims anything; later the client gets its time to do so.
        if is_first:
            with open("/proc/fs/nfsd/v4_end_grace", "w") as file:
                file.write("Y")

    def _prepare(self):
        for folder in (f"{STATE}/v4recovery", f"{STATE}/rpc_pipefs", "/run/rpcbind", "/run/sendsigs.omit.d"):
            os.makedirs(folder, exist_ok=True)
        for name in ("etab", "rmtab"):
            open(f"{STATE}/{name}", "w").close()
        tool("mount", "-t", "nfsd", "nfsd", "/proc/fs/nfsd")
        tool("mount", "-t", "rpc_pipefs", "sunrpc", f"{STATE}/rpc_pipefs")
        tool("nfsdcld")
        tool("rpcbind", "-w")
        tool("exportfs", "-o", "rw,no_root_squash,insecure,no_subtree_check,sync,fsid=0", f"127.0.0.1:{STORE}")
        tool("rpc.mountd", "--port", str(MOUNTD_PORT), "--no-udp")

    def kill(self):
        with open(THREADS, "w") as file:
            file.write("0")

    def freeze(self):
        """Its disk holds it up."""
        tool("fsfreeze", "-f", STORE)

    def thaw(self):
        tool("fsfreeze", "-u", STORE)

    def mount_words(self):
        if self._version == 3:
            how = f"vers=3,hard,nolock,{SOON},mountport={MOUNTD_PORT},mountproto=tcp"
            return ("-t", "nfs", "-o", how, f"127.0.0.1:{STORE}")
        return ("-t", "nfs4", "-o", f"vers=4.2,hard,{SOON}", "127.0.0.1:/")
