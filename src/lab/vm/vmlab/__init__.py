"""Virtual machines with Debian's kernel, and optical drives in them."""
