"""Samba, asked by the kernel's client for SMB 3 (smbd(8), mount.cifs(8))."""

import os
import signal
import socket
import subprocess

from ..waiting import until
from .server import STORE, Server

HOME = "/run/lab/samba"
CONFIGURATION = f"""
[global]
 server role = standalone server
 map to guest = bad user
 disable spoolss = yes
 load printers = no
 interfaces = lo
 bind interfaces only = yes
 smb ports = 445
 private dir = {HOME}
 lock directory = {HOME}
 state directory = {HOME}
 cache directory = {HOME}
 pid directory = {HOME}
 ncalrpc dir = {HOME}/rpc
 log file = {HOME}/log
[lab]
 path = {STORE}
 read only = no
 guest ok = yes
 force user = root
"""


class Smb(Server):
    """Its own default: a sync of the client's is one of the server's disk."""

    port = 445
    badge, promise = "NETWORK", "handed over"
    _process = None

    def start(self):
        os.makedirs(HOME, exist_ok=True)
        with open(f"{HOME}/smb.conf", "w") as file:
            file.write(CONFIGURATION)
        self._process = subprocess.Popen(
            ["smbd", "-F", "--no-process-group", "-s", f"{HOME}/smb.conf"],
            stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
            start_new_session=True,
        )  # fmt: skip
        until(answers, 60, "smbd to listen", pause=0.1)

    def kill(self):
        self._tell(signal.SIGKILL)
        self._process.wait(10)

    def freeze(self):
        self._tell(signal.SIGSTOP)

    def thaw(self):
        self._tell(signal.SIGCONT)

    def _tell(self, number):
        os.killpg(self._process.pid, number)

    def mount_words(self):
        return ("-t", "cifs", "-o", "guest,vers=3.1.1", "//127.0.0.1/lab")


def answers():
    with socket.socket() as client:
        return client.connect_ex(("127.0.0.1", Smb.port)) == 0
