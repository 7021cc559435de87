"""The gate: the bytes of a file in, good rows and problems out."""

from loaders.check import Checked, check
from loaders.clean import folded
from loaders.kind import Kind
from loaders.kinds import KIND, KINDS
from loaders.parser import Words
from loaders.template import template
from loaders.unreadable import Unreadable

__all__ = ["KIND", "KINDS", "Checked", "Kind", "Unreadable", "Words", "check", "folded", "template"]
