"""The enquiry: the letter to an export-control office. `gather` the facts, `compose` the letter, `render` it as text.

`as_file` gives what a file of it holds.
"""

from __future__ import annotations

from askfirst.enquiry.composing import compose
from askfirst.enquiry.gathering import gather
from askfirst.enquiry.rendering import as_file, render
from askfirst.enquiry.values import FORMATS, Facts, Given, Letter

__all__ = ["FORMATS", "Facts", "Given", "Letter", "as_file", "compose", "gather", "render"]
