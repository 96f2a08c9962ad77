"""A product for tests: as it is, spared what each new one does once."""

from jinja2 import BytecodeCache

from assess.settings import Settings
from assess.web import create_app


class Templates(BytecodeCache):
    """What Jinja made of each template, for all products of this process."""

    def __init__(self):
        self._made = {}

    def load_bytecode(self, bucket):
        if bucket.key in self._made:
            bucket.bytecode_from_string(self._made[bucket.key])

    def dump_bytecode(self, bucket):
        self._made[bucket.key] = bucket.bytecode_to_string()


TEMPLATES = Templates()


def product(home, **settings):
    """The product on a folder of its own; it shares templates with others, and its passwords hash quickly."""
    app = create_app(Settings(home=home, **settings))
    app.jinja_env.bytecode_cache = TEMPLATES
    app.extensions["security"].pwd_context.update(argon2__time_cost=1, argon2__memory_cost=64)
    return app
