"""``python -m askfirst``."""

from __future__ import annotations

import sys

from askfirst.cli import main

sys.exit(main())
