"""Servers of the guest's own, on its loopback: what is written there goes by the kernel's clients for NFS and SMB."""
