"""The desk of an office mail administrator."""

__version__ = "0.1.0"
