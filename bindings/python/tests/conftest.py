"""Texts of our own that several tests take apart."""

from __future__ import annotations

import pytest

ARTICLE = """Harbour to close for repairs

By Ana Roe

PORT ELLEN — The harbour will close in May, the council said on Monday.

“We could not wait any longer,” said Tom Ferrier, the harbour master. “The wall is crumbling.” He added that ferries \
would leave from Port Askaig.

According to the Islay Gazette, repairs will cost £2 million.

This article was prepared based on materials published by the Islay Gazette.
"""


@pytest.fixture
def article() -> str:
    return ARTICLE
