"""Pictures of votes and of orders that were shown; the votes and orders themselves may change since."""

from collections import defaultdict

from assessment.answers.ranked import Ranked
from assessment.answers.records import Response
from assessment.privacy.orders import KeptOrders
from assessment.privacy.pictures import KeptPicture, Said
from storage.db.database import Unit, WritingUnit
from storage.repositories.records import response_from
from storage.tables.rankings import KeptOrderRow
from storage.tables.rooms import KeptVoteRow


def keep_picture(unit: WritingUnit, assessment_id: str, picture: KeptPicture) -> None:
    """Keeps a picture besides those there are; one of nobody is none."""
    there = unit.rows(KeptVoteRow, assessment_id=assessment_id, code=picture.code)
    number = 1 + max((row["picture"] for row in there), default=0)
    here = {"assessment_id": assessment_id, "code": picture.code, "round": picture.round}
    rows = [
        here | {"respondent_id": person, "picture": number, "after": picture.after} | vote.model_dump()
        for person, vote in sorted(picture.votes.items())
    ]
    unit.add_rows(KeptVoteRow, rows)


def load_kept(unit: Unit, assessment_id: str, **code: str) -> list[KeptPicture]:
    """All kept pictures, or those of one question (`code`), oldest first."""
    found: dict[tuple[int, int, str, int], dict[str, Response]] = defaultdict(dict)
    for row in unit.rows(KeptVoteRow, assessment_id=assessment_id, **code):
        key = (row["after"], row["picture"], row["code"], row["round"])
        found[key][row["respondent_id"]] = response_from(row)
    return [_picture(*key, votes) for key, votes in sorted(found.items(), key=lambda item: item[0])]


def _picture(after: int, _number: int, code: str, vote_round: int, votes: Said) -> KeptPicture:
    return KeptPicture(code, vote_round, after, votes)


def keep_orders(unit: WritingUnit, assessment_id: str, shown: KeptOrders) -> None:
    """Keeps orders that are shown from now on besides those there are; orders of nobody are none."""
    there = unit.rows(KeptOrderRow, assessment_id=assessment_id)
    number = 1 + max((row["picture"] for row in there), default=0)
    here = {"assessment_id": assessment_id, "kind": shown.kind, "picture": number, "after": shown.after}
    rows = [
        here | {"respondent_id": person, "position": position, "code": code}
        for person, order in sorted(shown.orders.items())
        for position, code in enumerate(order, 1)
    ]
    unit.add_rows(KeptOrderRow, rows)


def load_orders(unit: Unit, assessment_id: str) -> list[KeptOrders]:
    """All kept orders, oldest first."""
    found: dict[tuple[int, int, Ranked], dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for row in sorted(unit.rows(KeptOrderRow, assessment_id=assessment_id), key=lambda row: row["position"]):
        found[row["after"], row["picture"], row["kind"]][row["respondent_id"]].append(row["code"])
    return [
        KeptOrders(kind, after, dict(found[after, number, kind])) for after, number, kind in sorted(found)
    ]
