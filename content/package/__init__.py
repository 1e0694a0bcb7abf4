"""The course package: a folder with course.yaml and its videos, read and checked. README.md documents the format."""

from content.package.faults import Fault
from content.package.reader import read_course, read_programme

__all__ = ["Fault", "read_course", "read_programme"]
