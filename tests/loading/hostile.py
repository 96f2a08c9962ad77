"""Files that nobody writes by accident, or only by accident: each with every problem it must be told."""

from tests.loading.files import FULL, GOOD, HEAD, STATEMENT, spoiled

ALIASED = HEAD + "statements: &s\n  - id: E1\n    employees: {en: x}\nactions: *s\n"

CASES = {
    # bytes
    "empty": ("", ["1:1: there is nothing in this file"]),
    "only comments": ("# later\n", ["1:1: there is nothing in this file"]),
    "latin-1": (
        (HEAD + "intro: {en: café}\n").encode("latin-1"),
        ["4:16: the file is not UTF-8: the byte 0xE9 looks like Windows-1252 or Latin-1; save it as UTF-8"],
    ),
    "utf-16": (GOOD.encode("utf-16"), ["1:1: the file is not UTF-8: it looks like UTF-16; save it as UTF-8"]),
    "utf-16 without mark": (GOOD.encode("utf-16-be"), ["1:1: the file is not UTF-8: it looks like UTF-16"]),
    "cut in a character": ((GOOD + "# é").encode()[:-1], ["7:3: the file is not UTF-8"]),
    "larger than 256 kB": (GOOD + "#" * 262_144, ["1:1: the file is larger than 256 kB"]),
    # characters that cannot be seen
    "nul": (
        spoiled(GOOD, ("laugh", "la\0ugh")),
        ["6:26: an invisible character (U+0000, control character)"],
    ),
    "nul in front": ("\0" + GOOD, ["1:1: an invisible character (U+0000"]),
    "escape": (GOOD + "# \x1b[2J\n", ["7:3: an invisible character (U+001B"]),
    "next line": (spoiled(GOOD, ("We laugh", "We\x85laugh")), ["6:23: an invisible character (U+0085"]),
    "line separator": (spoiled(GOOD, ("We ", "We\u2028")), ["6:23: an invisible character (U+2028"]),
    "right to left": (
        spoiled(GOOD, ("laugh", "\u202elaugh")),
        ["6:24: an invisible character (U+202E, right-to-left override); remove it"],
    ),
    "isolate in a comment": (GOOD + "# \u2066\n", ["7:3: an invisible character (U+2066"]),
    "zero width in an id": (spoiled(GOOD, ("E1", "E\u200b1")), ["5:10: an invisible character (U+200B"]),
    "tag character": (spoiled(GOOD, ("We", "W\U000e0041e")), ["6:22: an invisible character (U+E0041"]),
    "byte order mark inside": (spoiled(GOOD, ("We", "\ufeffWe")), ["6:21: an invisible character (U+FEFF"]),
    "lost in conversion": (spoiled(GOOD, ("We", "W\ufffd")), ["6:22: a character was lost here"]),
    "several": (
        spoiled(GOOD, ("theme", "th\u200beme"), ("laugh.", "\x07laugh\x08.")),
        ["1:7: an invisible", "6:24: an invisible", "6:30: an invisible"],
    ),
    "right to left by escape": (
        spoiled(GOOD, ("We laugh.", '"We \\u202e laugh."')),
        ["6:21: an invisible character (U+202E, right-to-left override) in these words"],
    ),
    "nul by escape": (spoiled(GOOD, ("We laugh.", '"\\0"')), ["6:21: an invisible character (U+0000"]),
    # what strict YAML leaves out
    "anchor": (spoiled(GOOD, ("theme", "&a theme")), ["1:5: anchors ('&a') are not read; leave it out"]),
    "anchor and alias": (
        ALIASED,
        ["4:13: anchors ('&s')", "7:10: aliases ('*s') are not read; write the value"],
    ),
    "alias to nothing": (GOOD + "intro: *x\n", ["7:8: aliases ('*x')"]),
    "alias as a key": (GOOD + "*x : 1\n", ["7:1: aliases ('*x')"]),
    "merge key": (
        spoiled(GOOD, ("- id: E1", "- <<: {id: E1}")),
        ["5:5: merge keys ('<<') are not read; write the keys out"],
    ),
    "merge of an alias": (GOOD + "    <<: *x\n", ["7:5: merge keys", "7:9: aliases"]),
    "standard tag": (spoiled(GOOD, ("We laugh.", "!!str 5")), ["6:21: tags ('!!str') are not read"]),
    "own tag": (spoiled(GOOD, ("We laugh.", "!x 5")), ["6:21: tags ('!x') are not read"]),
    "python tag": (
        GOOD + "intro: !!python/object/apply:os.system [ls]\n",
        ["7:8: tags", "7:8: 'intro' is a list"],
    ),
    "tag on a list": (spoiled(GOOD, ("statements:", "statements: !!seq")), ["4:13: tags ('!!seq')"]),
    "two documents": (GOOD + "---\nid: other\n", ["7:1: a second document begins here; put it in a file"]),
    "document in a document": ("---\n---\n" + GOOD, ["2:1: a second document begins here"]),
    "YAML 1.1": ("%YAML 1.1\n---\n" + GOOD, ["1:1: questionnaires are YAML 1.2"]),
    "YAML 2": ("%YAML 2.0\n---\n" + GOOD, ["1:1: questionnaires are YAML 1.2"]),
    "tag directive": ("%TAG ! x:\n---\n" + GOOD, ["1:1: tags are not read"]),
    "other directive": ("%FOO bar\n---\n" + GOOD, ["1:5: a line that begins with % is a directive"]),
    "key twice": (GOOD + "id: other\n", ["7:1: 'id' is here a second time; keep this one or the one at 1:1"]),
    "language twice": (spoiled(GOOD, ("laugh.}", "laugh., en: x}")), ["6:32: 'en' is here a second time"]),
    "key thrice": (GOOD + "id: b\nid: c\n", ["7:1: 'id' is here", "8:1: 'id' is here"]),
    "quoted and plain key": (GOOD + '"id": other\n', ["7:1: 'id' is here a second time"]),
    "true as a key": (GOOD + "true: 1\n", ["7:1: a key cannot be true; use a word, in quotes if needed"]),
    "null as a key": (GOOD + "~: 1\n", ["7:1: a key cannot be empty"]),
    "fraction as a key": (GOOD + "1.5: 1\n", ["7:1: a key cannot be 1.5"]),
    "number as a key": (
        GOOD + "5: 1\n",
        ["7:1: 5 is not a key of a questionnaire; allowed are actions, id,"],
    ),
    "list as a key": (GOOD + "? [a]\n: b\n", ["7:3: a list or a group of keys cannot be a key"]),
    "mapping as a key": (GOOD + "{a: b}: c\n", ["7:1: a list or a group of keys cannot be a key"]),
    "deeper than 12": (GOOD + "intro: " + "[" * 12 + "]" * 12, ["7:19: this is nested more than 12 deep"]),
    "more than 20,000 values": (
        GOOD + "intro: [" + "1, " * 20_000 + "]",
        ["7:59949: there are more than 20,000 values in this file; split it into several questionnaires"],
    ),
    # not YAML at all
    "quote not closed": (GOOD + "intro: {en: 'x}\n", ["7:13: a quote opens here and never closes; close it"]),
    "brace not closed": (HEAD + "intro: {en: x\n" + STATEMENT, ["4:8: the { that opens here is not closed"]),
    "bracket not closed": (GOOD + "topics: [\n", ["8:1: a value was expected here"]),
    "tab": (HEAD + "statements:\n\t- id: E1\n", ["5:1: a tab stands here; indent with spaces"]),
    "at sign": (GOOD + "intro: {en: @x}\n", ["7:13: words cannot begin with '@'; put the words in quotes"]),
    "percent sign": (GOOD + "intro: {en: %x}\n", ["7:13: words cannot begin with '%'"]),
    "colon in words": (GOOD + "intro:\n  en: So: this\n", ["8:9: a ':' stands where none may stand"]),
    "placeholder without quotes": (
        GOOD + "intro:\n  en: {organisation} is here\n",
        ['8:22: words that begin with { are read as keys; put the words in quotes: "…"'],
    ),
    "indentation": (GOOD + "   - id: E2\n", ["7:4: a '-' was expected here; line it up"]),
    "key too far left": (FULL.replace("    days", "   days"), ["15:4: "]),
    "backslash": (GOOD + 'intro: {en: "C:\\q"}\n', ["7:16: a backslash means nothing here; write it twice"]),
    "after the end": (GOOD + "...\nmore\n", ["8:1: this stands after the end of the document"]),
    "prose": ("Dear reader,\n", ["1:1: 'Dear reader,' is not a questionnaire; begin with 'id:'"]),
    "a list": ("- id: theme\n", ["1:1: a list is not a questionnaire; begin with 'id:'"]),
    "json with a comma": (
        '{"id": "theme",, }',
        ["1:16: a value was expected here; write it, or mend the brackets"],
    ),
    "a long key": ("x" * 2_000 + ": 1\n", ["1:2001: a ':' stands where none may stand"]),
    # several at once
    "all passes in one file": (
        spoiled(
            FULL,
            ("theme", "&a theme"),
            ("moves: [T1]", "moves: [T2]"),
            ("impact: 2", "impact: high"),
            ("days: 14", "dais: 14"),
            ("owner: board", "owner: boord"),
        ),
        [
            "1:5: anchors ('&a')",
            "10:5: action 'A1' has no 'days'; add 'days:' with a whole number from 1 to 365",
            "11:13: 'T2' is not a topic of this file; name a topic of this file",
            "13:13: 'impact' is 'high'; give a whole number from 1 to 3",
            "15:5: 'dais' is not a key of an action; did you mean 'days'? Allowed are days, effort,",
            "16:12: there is no owner 'boord'; did you mean 'board'?",
        ],
    ),
}
