"""Names that the words right before them tell, whatever the model takes them for.

Somebody stands after "Me" and "le colonel", an organisation after "la chaîne" and "le patron de".
"""

import re
from collections.abc import Iterable, Iterator

from corpus.actors.vocabulary import CALENDAR, SAYING, TEAMS
from corpus.article import Kind
from corpus.folding import fold_name

Found = tuple[int, int, Kind]
"""A name at [start, end) of a line."""

_ADDRESS = r"(?:MM?\.|M[rg]r|M[ml](?:m|l)?es?|Me|Dr|Pr|Sir|sir|Lord|lord|Lady|lady)"
_TITLE = (
    r"(?:[gG]énérale?|[cC]olonel(?:le)?|[cC]apitaine|[lL]ieutenant|[cC]ommandant|[sS]ergent|[cC]aporal|"
    r"[aA]djudant|[bB]rigadier|[mM]ajor|[mM]aréchal|[aA]miral|[pP]rofesseure?|[dD]octeure?|[jJ]uge|"
    r"[aA]bbé|[pP]asteur|[pP]ape|[rR]oi|[rR]eine|[pP]rince|[pP]rincesse|[cC]ardinal|[éE]vêque|"
    r"[iI]mam|[aA]yatollah|[cC]heikh|[sS]ultan|[éE]mir|[tT]sar|[cC]omte|[cC]omtesse|[bB]aronn?e?|"
    r"[mM]arquise?|[dD]uc|[dD]uchesse|[cC]hancelière?|[sS]énateur|[sS]énatrice|[dD]éputée?|[mM]aire|"
    r"[pP]réfet|[pP]réfète|[pP]rocureure?|[mM]inistre|[pP]résidente?|"
    r"nommée?|prénommée?|dénommée?|surnommée?|veuve|petite?|jeune)"
)
_CAPITAL = r"[A-ZÀ-Þ][^\W\d_]+(?:['-][^\W\d_]+)*"
_INITIAL = r"[A-ZÀ-Þ][a-z]?\.(?:-?[A-ZÀ-Þ]\.)*"
_PARTICLE = r"(?:von|van|der|den|di|da|del|della|dos|ben|bin|ibn|al|el|ag|ould|le|la|mac|saint)"
_PERSON = re.compile(
    rf"(?:{_INITIAL} ?)*{_CAPITAL}(?: (?:{_PARTICLE} )*(?:{_INITIAL} ?)?{_CAPITAL}){{0,4}}"
)
_AND = re.compile(r"(?:,? et |, )")
_BEFORE_PERSON = re.compile(
    rf"(?<![\w.-]){_ADDRESS} ?(?:(?:le |la |l')(?:{_TITLE}|Dr|Pr) )?(?:de |du |d')?(?=[A-ZÀ-Þ])"
    rf"|(?<![\w-]){_TITLE} (?=[A-ZÀ-Þ])"
)
_BEFORE_PERSONS = re.compile(r"MM\. ?$|Mmes $|Mlles $")

_ADJECTIVE = (
    r"(?:[nN]ationale?|[ÉéEe]trang[èe]res|[iI]nternationale|[pP]ubli(?:que|cs)|[sS]ociales?|[sS]olidaire|"
    r"[ÉéEe]cologique|[nN]umérique|[eE]xtérieures?|[tT]erritoriales?|[sS]upérieur|[rR]urale?|[a-zà-ÿ]+)"
)
_PORTFOLIO = (
    r" (?:de la |de l'|du |des |d'|à la |à l'|au |aux )[A-ZÀ-Þ][a-zà-ÿ]+"
    rf"(?:,? et (?:de la |de l'|du |des )?[A-ZÀ-Þ]?[a-zà-ÿ]+| {_ADJECTIVE}){{0,4}} (?=[A-ZÀ-Þ])"
)
_MINISTER = re.compile(
    r"(?<![\w-])(?:[mM]inistre|[sS]ecrétaire d'[ÉEée]tat)s?(?: déléguée?s?| chargée?s?)?"
    rf"{_PORTFOLIO}"
)
_NEXT_MINISTER = re.compile(rf"(?:,| et|, et){_PORTFOLIO}")
"""What a minister is in charge of, right before the name: the model takes it for a part of that."""
_BEFORE_FULL_NAME = re.compile(
    r"(?<![\w-])(?:ministre|président|général|colonel|député|sénateur|maire|roi|prince|procureur|préfet|"
    r"chancelier)e? (?!avec |chez |contre |dans |dont |mais |pour |selon |sous |sauf |vers )"
    r"[a-zà-ÿ-]{4,} (?=[A-ZÀ-Þ])|(?<=l')AFP (?=[A-ZÀ-Þ])"
)
"""An office with its adjective: "le président sortant", or the agency that somebody speaks to.

Believed where the model sees nothing."""
_HOUSE = (
    r"(?:groupe|société|chaîne|constructeur|marque|compagnie|entreprise|maison|laboratoires?|firme|"
    r"syndicat|association|ONG|club|équipe|filiale|opérateur|start-up|géant|fabricant|éditeur|"
    r"plateforme|enseigne|assureur|équipementier|distributeur|milice|cabinet|fondation|banque|"
    r"collectif|parti|holding|multinationale|coopérative|fédération|label)"
)
_BEFORE_ORGANISATION = re.compile(
    rf"(?<![\w-]){_HOUSE} "
    r"(?:(?!de |du |des |à |au |en |et |ou |pour |par |sur |dans |selon |avec |chez |contre |dont |"
    r"que |qui |vers |entre |après |avant |comme |sauf |sous |est |a )[a-zà-ÿ-]+ ){0,2}"
    r"(?=[A-ZÀ-Þ])"
    r"|(?<![\w-])(?:PDG|patronn?e?|filiale|actionnaires?) (?:de |d')(?=[A-ZÀ-Þ])"
)
_OFFICE_OF = re.compile(
    r"(?:présidente?|cheff?e?|patronn?e?|porte-parole|leader|direct(?:eur|rice)|secrétaire|responsable|"
    r"candidate?|déléguée?|fondat(?:eur|rice)|capitaine|entraîneu(?:r|se)|coordinat(?:eur|rice)|élue?)"
    r"(?: [a-zà-ÿ-]+){0,2} (?:du |de la |de l'|de son |de leur )$"
)
"""What stands before an organisation that somebody is named after: "la cheffe du groupe"."""
_HOUSES_NAME = re.compile(rf"(?:[A-ZÀ-Þ]\w*|[A-ZÀ-Þ][\w&'+-]*\w)(?:[ -](?:& )?{_CAPITAL}){{0,3}}")
_KIN = re.compile(
    r"(?<![\w-])(?<!maison )(?:père|mère|parents|frères?|sœurs?|fils|mari|épouse|époux|veuve|veuf|"
    r"compagne|compagnon|concubin) (?:de |d')(?=[A-ZÀ-Þ])"
)
"""Whose kin somebody is: a given name alone the model does not know."""
_QUOTED_BY = re.compile(rf"[\"»”] ?,? ((?:[a-zà-ÿ'-]+ ){{1,5}})(?={_CAPITAL})")
"""What stands between what is quoted and who said it."""
_TEAM = re.compile(
    r"(?<![\w-])(?:[lLdD]es|[aA]ux|[dD]u|[aA]u|[lL]e) "
    rf"(?P<team>(?:{_CAPITAL} )?(?P<name>{_CAPITAL}|49ers)"
    rf" (?:de la |de |d'|du ){_CAPITAL}(?: {_CAPITAL}){{0,2}})"
)
_SCHOOL = re.compile(
    r"(?<![\w-])(?:[uU]niversité|[oO]rchestre(?: [a-zà-ÿ]+)?|CH[RU]) "
    rf"(?:de la |de |d'|du )?(?!France\b){_CAPITAL}(?: {_CAPITAL})?"
)
"""What bears its town's name and is no town: "orchestre philharmonique de Vienne"."""
_MINISTRY = re.compile(
    r"(?<![\w-])[mM]inistère(?: [a-zà-ÿ]+)? (?:de la |de l'|du |des )[A-ZÀ-Þ][a-zà-ÿ]+"
    r"(?: (?:étrangères|publics?|publiques|sociales?|nationale|supérieur|extérieures?))?"
)
_DEPARTMENT = re.compile(
    r"(?<=[a-zà-ÿ] \()(?:Ain|Aube|Aude|Cher|Creuse|Indre|Jura|Landes|Lot|Manche|Marne|Nord|Orne|"
    r"Somme|Tarn|Var|Vienne|Vosges)(?=\))"
)
"""Departments with the name of something else: "Lille (Nord)"."""

_LONGEST_PARTY = 6
_REACH = 40
"""Characters before a name in which its cue may begin."""
_NO_NAME = frozenset(
    """
    le la les l un une des du de d au aux ce cet cette ces je tu il elle on nous vous ils elles
    republique etat conseil ancien ancienne sa son ses votre notre leur premier premiere
    """.split()
)


def with_cues(text: str, found: Iterable[Found]) -> list[Found]:
    """Return the names `found` in a line, put right and added to by what stands before names.

    `text` has plain apostrophes, hyphens and spaces.
    """
    names = list(found)
    for start, end in _ministers(text):
        names = [*_beside(names, start, end), (start, end, Kind.PERSON)]
    for start, end in (*_persons(text), *_kin(text)):
        names = _put(names, (start, end, Kind.PERSON))
    for start, end in _full_names(text):
        if not _touched(names, start, end):
            names.append((start, end, Kind.PERSON))
    for start, end in _quoted(text):
        if all(kind is Kind.PLACE for _, _, kind in _touched(names, start, end)):
            names = _put(names, (start, end, Kind.PERSON))
    return sorted(_with_organisations(text, names))


def _with_organisations(text: str, names: list[Found]) -> list[Found]:
    for start, end in _houses(text):
        if not _is_within(start, end, (n for n in names if n[2] is Kind.ORGANISATION)):
            end = max([end, *(last for first, last, _ in names if first == start)])
            names = [*_beside(names, start, end), (start, end, Kind.ORGANISATION)]
    for start, end, is_after_office in _organisations(text):
        if not (is_after_office and _has_full_name(names, text, start)):
            names = _put(names, (start, end, Kind.ORGANISATION))
    return names


def departments(text: str) -> Iterator[tuple[int, int]]:
    """Yield where a line has a department in brackets whose name is a common word's."""
    return (department.span() for department in _DEPARTMENT.finditer(text))


def kind_before(text: str, start: int) -> Kind | None:
    """Return the kind that the words right before a name at `start` show, if they show one."""
    near = max(0, start - _REACH)
    for cue, kind in (
        (_BEFORE_PERSON, Kind.PERSON),
        (_BEFORE_ORGANISATION, Kind.ORGANISATION),
    ):
        if any(found.end() == start for found in cue.finditer(text, near, start + 1)):
            return kind
    return None


def _persons(text: str) -> Iterator[tuple[int, int]]:
    for cue in _BEFORE_PERSON.finditer(text):
        name = _PERSON.match(text, cue.end())
        is_listed = _BEFORE_PERSONS.search(cue[0]) is not None
        while name is not None and _may_be_name(name[0]) and not _is_acronym(name[0]):
            yield name.span()
            more = _AND.match(text, name.end()) if is_listed else None
            name = _PERSON.match(text, more.end()) if more else None


def _ministers(text: str) -> Iterator[tuple[int, int]]:
    for cue in _MINISTER.finditer(text):
        name = _PERSON.match(text, cue.end())
        while name is not None and " " in name[0] and _may_be_name(name[0]):
            yield name.span()
            more = _NEXT_MINISTER.match(text, name.end())
            name = _PERSON.match(text, more.end()) if more else None


def _full_names(text: str) -> Iterator[tuple[int, int]]:
    for cue in _BEFORE_FULL_NAME.finditer(text):
        name = _PERSON.match(text, cue.end())
        if name is not None and " " in name[0] and _may_be_name(name[0]):
            yield name.span()


def _kin(text: str) -> Iterator[tuple[int, int]]:
    for cue in _KIN.finditer(text):
        name = _PERSON.match(text, cue.end())
        if name is not None and _may_be_name(name[0]) and not _is_acronym(name[0]):
            yield name.span()


def _quoted(text: str) -> Iterator[tuple[int, int]]:
    """Yield who is said to speak right after what is quoted: "…", raconte X."""
    for cue in _QUOTED_BY.finditer(text):
        words = fold_name(cue[1]).split()
        says = not SAYING.isdisjoint(words) and (words[-1] in SAYING | CALENDAR)
        name = _PERSON.match(text, cue.end()) if says else None
        if name is None or not _may_be_name(name[0]) or _is_acronym(name[0]):
            continue
        if " " in name[0] or text.startswith(",", name.end()):
            yield name.span()


def _houses(text: str) -> Iterator[tuple[int, int]]:
    """Yield what bears its town's name: teams, universities, orchestras; and ministries."""
    for team in _TEAM.finditer(text):
        if team["name"].lower() in TEAMS:
            yield team.span("team")
    for cue in (_SCHOOL, _MINISTRY):
        yield from (house.span() for house in cue.finditer(text))


def _organisations(text: str) -> Iterator[tuple[int, int, bool]]:
    """Yield each name after a cue, and whether the cue stands after an office in a house."""
    for cue in _BEFORE_ORGANISATION.finditer(text):
        name = _HOUSES_NAME.match(text, cue.end())
        if name is not None and _may_be_name(name[0]):
            office = _OFFICE_OF.search(text, max(0, cue.start() - _REACH), cue.start())
            yield *name.span(), office is not None


def _has_full_name(names: Iterable[Found], text: str, start: int) -> bool:
    """Tell whether a person is named in full there: "le président du groupe Jean Martin"."""
    return any(
        at == start and kind is Kind.PERSON and " " in text[start:end] for at, end, kind in names
    )


def _may_be_name(name: str) -> bool:
    first = fold_name(name).partition(" ")[0]
    return first not in _NO_NAME


def _is_acronym(name: str) -> bool:
    return name.isupper() and len(name) < _LONGEST_PARTY  # "le député LREM"


def _put(names: list[Found], name: Found) -> list[Found]:
    """Return `names` with `name` in the place of those it starts with or overlaps."""
    start, end, kind = name
    beside, touched = _beside(names, start, end), _touched(names, start, end)
    if any(other[0] < start for other in touched):  # the model's name has the cue within
        return names
    same = [other[1] for other in touched if other[2] is kind and other[0] == start]
    return [*beside, (start, max(same, default=end), kind)]


def _is_within(start: int, end: int, names: Iterable[Found]) -> bool:
    return any(first <= start and end <= last for first, last, _ in names)


def _touched(names: Iterable[Found], start: int, end: int) -> list[Found]:
    return [name for name in names if name[0] < end and start < name[1]]


def _beside(names: Iterable[Found], start: int, end: int) -> list[Found]:
    """Return the names that share no character with [start, end)."""
    return [name for name in names if name[1] <= start or end <= name[0]]
