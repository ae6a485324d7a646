"""Images of discs made by other programs, and what those programs say is in them."""
