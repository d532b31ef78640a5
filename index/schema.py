"""What is indexed of an article: its fields of words, and how what they have is told."""

SCHEMA_VERSION = 11
"""Raised whenever an index written before can no longer be read as it should."""

NO_DATE = 0
"""What stands for the date of an article without one."""

TITLE, TEXT = "title", "text"
"""The fields of words."""
