"""What was done to a plan, in a sentence."""

import json
from collections.abc import Callable, Mapping
from datetime import date as Date

from markupsafe import Markup

from assess.core.decided import LATER, DecidedPlan, Place
from assess.core.differences import Difference
from assess.document import decided_words
from assess.document.naming import Naming
from assess.document.words import later

Did = Mapping[str, str]


class Telling:
    """Tells changes of one plan to one reader."""

    def __init__(self, naming: Naming, plan: DecidedPlan) -> None:
        self.naming, self.plan = naming, plan
        self.words, self.say = naming.words, naming.words.say

    def told(self, did: Did) -> Markup:
        """One change, as it is noted with a revision."""
        return self._ways[did["done"]](did)

    @property
    def _ways(self) -> Mapping[str, Callable[[Did], Markup]]:
        say = self.say
        return {
            "propose": lambda _: say("The rules proposed a plan."),
            "assign": self._assigned,
            "begin": lambda did: say("The ninety days start on {day}.", day=self._day(did["start"])),
            "edit": lambda did: say("“{action}” has other words.", action=self._title(did)),
            "move": self._moved,
            "drop": lambda did: say("“{action}” is dropped.", action=self._title(did)),
            "restore": lambda did: say("“{action}” is back in the plan.", action=self._title(did)),
            "add": lambda did: say("“{action}” is added.", action=self._title(did)),
            "rejudge": lambda did: say(
                "“{action}” is judged: impact {impact}, effort {effort}.",
                action=self._title(did),
                impact=did["impact"],
                effort=did["effort"],
            ),
            "finalise": lambda did: say("Version {version} is final.", version=did["version"]),
            "reopen": lambda did: say("Version {version} is open for changes.", version=did["version"]),
            "undo": lambda did: say("Undone: {change}", change=self.told(json.loads(did["of"]))),
        }

    def _assigned(self, did: Did) -> Markup:
        title, ready = self._title(did), did.get("ready_on")
        if not did["owner"]:
            return self.say("“{action}” has no owner.", action=title)
        if not ready:
            return self.say("“{action}”: {owner}.", action=title, owner=did["owner"])
        return self.say(
            "“{action}”: {owner}, ready {day}.", action=title, owner=did["owner"], day=self._day(ready)
        )

    def _moved(self, did: Did) -> Markup:
        if did["place"] == LATER:
            return self.say("“{action}” waits till later.", action=self._title(did))
        return self.say("“{action}” moved to {days}.", action=self._title(did), days=self._days(did["place"]))

    def _days(self, place: str) -> Markup:
        name = next(name for known, name in decided_words.places(self.words) if known == place)
        return name[:1].lower() + name[1:]

    def _day(self, day: str) -> str:
        return self.words.day(Date.fromisoformat(day))

    def _title(self, did: Did) -> str:
        action = self.plan.action(did.get("action", ""))
        return decided_words.title(self.naming, action) if action else did.get("title", "")

    def difference(self, found: Difference) -> Markup:
        """What is not as it was in the version before."""
        after, before, say = found.action, found.before, self.say
        title = decided_words.title(self.naming, after)
        nobody = say("nobody")
        ready = self.plan.ready_on(after)
        values = {
            "action": title,
            "owner": after.owner or nobody,
            "before": (before.owner if before else "") or nobody,
            "day": "" if ready is None else self.words.day(ready),
            "days": self._where(after.place),
            "judged": say("impact {impact}, effort {effort}", impact=after.impact, effort=after.effort),
        }
        return say(DIFFERENCES[found.kind], **values)

    def _where(self, place: Place) -> Markup:
        return self.say("later") if place == LATER else self._days(place)


DIFFERENCES = {
    "added": later("“{action}” is new."),
    "dropped": later("“{action}” is dropped."),
    "restored": later("“{action}” is back in the plan."),
    "moved": later("“{action}” starts at another time: {days}."),
    "owner": later("“{action}” has another owner: {owner}, was {before}."),
    "ready": later("“{action}” is ready on another day: {day}."),
    "words": later("“{action}” has other words."),
    "judged": later("“{action}” is judged otherwise: {judged}."),
}
