"""Ids that say nothing: not who came first, and not how many there are."""

import secrets


def new_id() -> str:
    """128 bits of chance, as 22 characters that may stand in an address."""
    return secrets.token_urlsafe(16)
