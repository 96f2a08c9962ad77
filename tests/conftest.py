"""What holds for all tests."""

from hypothesis import settings

# Machines are busy now and then: no example fails because it took long.
settings.register_profile("no clock", deadline=None)
settings.load_profile("no clock")
