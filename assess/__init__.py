"""Buitenspiegel: how customer-centric an organisation is, and what to do next."""

__version__ = "0.1.0"
