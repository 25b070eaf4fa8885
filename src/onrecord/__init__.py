"""Who is on record saying, confirming or denying what, from news about war and peace talks."""

__version__ = "0.1.0"
