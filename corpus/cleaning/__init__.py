"""Cleaning: an article parted from the page around it, by named rules."""

from corpus.cleaning.cleaner import Cleaned, clean

__all__ = ["Cleaned", "clean"]
