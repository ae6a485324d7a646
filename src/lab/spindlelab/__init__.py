"""The lab: the packaged program on a real kernel, judged from outside."""
