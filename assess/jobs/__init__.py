"""Work that takes longer than a page may: asked for here by name, done by a worker process.

The bodies of the jobs are imported by the worker alone, so that a web process stays small.
"""

from assess.jobs.asking import ask, wake

__all__ = ["ask", "wake"]
