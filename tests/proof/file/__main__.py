"""`python -m tests.proof.file [SECTION…]`: proves some sections of this part."""

import sys

from tests.proof.file import SECTIONS, main

sys.exit(main(sys.argv[1:] or SECTIONS))
