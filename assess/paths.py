"""Where the files lie that come with the code: beside it in a wheel, one up in a checkout."""

from pathlib import Path

HERE = Path(__file__).resolve().parent
TOP = HERE if (HERE / "questionnaires").is_dir() else HERE.parent
QUESTIONNAIRES, TEMPLATES, STATIC = TOP / "questionnaires", TOP / "templates", TOP / "static"
EXAMPLE = HERE / "example" if TOP == HERE else TOP / "docs" / "example"
TRANSLATIONS = HERE / "translations"
