"""The pages: one module per place a user goes."""

from assess.web.application import create_app

__all__ = ["create_app"]
