"""What documents and minutes call what a rule looks for: usual spellings of a few words, and of duties.

A cell keeps the words that stand in it; here they are compared, so that no verdict hangs on one spelling.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache

from kinds.names import folded

LITTLE = re.compile(
    r"an?|and|annual(ly)?|by|completed|done|for|given|held|in|of|on|our|published|signed|the|this|to|with"
    r"|year(ly)?|&|s",
)
# what only says which one of several is meant
WHICH = re.compile(
    r"\d+(st|nd|rd|th)?|q[1-4]|quarter|(jan|febr)uary|march|april|may|june|july|august"
    r"|(septem|octo|novem|decem)ber|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec"
)
# the holder of a post beside, below or after the one that is meant
ANOTHER_POST = re.compile(
    r"acting|alternate|assistant|associate|behalf|deputy|ex|former|interim|office|pa|past|previous"
    r"|representati(ve|on)|representing|substitute|vice"
)
SHORTEST = 4  # letters of a word whose plural, or the word that it is short for, is told
HALF = 0.5
MISSPELT = 0.84


@dataclass(frozen=True)
class Vocabulary:
    """The words that rules look for in a column, each with a pattern of how it is written.

    The first pattern that is found decides; one for "" finds what only looks like one of the words.
    """

    patterns: Sequence[tuple[str, str]]

    @property
    def words(self) -> tuple[str, ...]:
        """The words, each once, in the order of their patterns."""
        return tuple(dict.fromkeys(word for word, _ in self.patterns if word))

    def word(self, written: str | None) -> str:
        """The word that is meant, "" for none."""
        return _word(tuple(self.patterns), written)

    def same(self, written: str | None, asked: str) -> bool:
        """Whether what is written means what is asked for, which may be no word of these."""
        word = self.word(asked)
        return self.word(written) == word if word else plain(written) == plain(asked)


@lru_cache(maxsize=4_096)
def _word(patterns: tuple[tuple[str, str], ...], written: str | None) -> str:
    text = plain(written)
    if exact := next((word for word, _ in patterns if word and plain(word) == text), ""):
        return exact
    return next((word for word, pattern in patterns if re.search(pattern, text)), "")


def plain(written: str | None) -> str:
    """Text as it is compared, without hyphens and punctuation."""
    return " ".join(re.sub(r"[^\w&%]+|_", " ", folded(written).replace("'", "")).split())


# a group within the body, named in what is about that alone
OF_A_GROUP = r"( \w+){0,5} (task|finish|working|sub ?group|(sub ?)?committee)\b"

METHODS = Vocabulary(
    (
        ("vote", r"consensus (was |could |had |has )?(not|un|fail)|\bnot (\w+ )?unanim"),
        (
            "vote",
            r"\b(no|not|without|lack|absence|fail\w*|unable)( (a|any|by|find|full|in|of|reach\w*|to))*"
            r" consensus\b",
        ),
        ("consensus", r"\b(without|no) (a |any |formal )*(vote|voting|ballot)\b|\bnot (put to a )?vote"),
        ("casting vote", r"\bcasting\b|chairs? (vote|decid)|\b(second|deciding) vote\b"),
        ("secret ballot", r"\bsecret\b|\banonymous|\bballot"),
        (
            "between meetings",
            r"\be ?mails?\b|\bwritten (procedure|resolution)|\bcirculat|\bcorrespondence\b"
            r"|\bbetween meetings\b|\bout(side)? (of )?(a |the )?meeting|\bround robin\b|\bwhats ?app\b"
            r"|\bchairs? action\b|\burgen|\bdelegat",
        ),
        ("vote", r"\bvot|\bhands\b|\broll call\b|\bpoll|\bmajority\b|\bdivision\b|\bcounted\b|\btally\b"),
        ("vote", r"\bcarried\b|\bdefeated\b|\bayes?\b|\btellers?\b|\bvoices\b|\bslido\b|\bmentimeter\b"),
        ("vote", r"^\d+( \d+)+$|\b\d+ (for|against|in favour)\b|\b(for|against|in favour) \d+"),
        (
            "consensus",
            r"\bconsens|\bconcens|\bunanim|\bnem(ine)? ?con|\bagree|\bacclam|\bassent\b|\baccept"
            r"|\bunopposed\b|\b(no|none|nobody|no one|without) (any )?(dissent|object)"
            r"|\b(common|general) consent\b|\bby all\b|\ball in favour\b",
        ),
    )
)
DECISIONS = Vocabulary(
    (
        ("", r"\b(fees?|subscriptions?)\b"),
        ("co-option", r"\bco ?opt"),
        ("observer", r"\bobserv"),
        ("", rf"\b(terms of reference|tor) (of|for){OF_A_GROUP}"),
        ("", rf"\b(dissol|disband|wind|wound)\w*{OF_A_GROUP}"),
        (
            "amendment",
            r"\bamend|\b(alter|chang|modif|revis|updat|vari)\w* (to |of |in )?(the |our )*"
            r"(terms(?! of (office|appointment))|tor|constitution)\b",
        ),
        ("amendment", r"\b(terms( of reference)?|tor|constitution) (chang|revis|variation|alter|updat)"),
        (
            "election",
            r"\b(re ?)?elect(ed|ing|ions?|s)?\b|\bchairs? (appoint|select|chosen)\w*$"
            r"|\b((re ?)?appoint|select|choos|chose|choice|ballot|voting)\w* ((of|for|as|a|the|our|new) )*"
            r"(co |vice )*chair",
        ),
        (
            "dissolution",
            r"\bdissol|\bdisband|\b(wind|wound)\w* up|\bclosure of (the )?(partnership|alliance)",
        ),
        (
            "membership",
            r"\badmi(ssion|t)|\bmemberships?\b|\bnew (member|partner)s?\b|\bjoin|\bapplica(nt|tion)"
            r"|\baccept\w* (as |into )(a )?member|\baccession\b",
        ),
    )
)
GROUPS = Vocabulary(
    (
        (
            "task and finish",
            r"\btask( and| &| n)? ?fini?sh|\bt ?(and|&|n)? ?f\b|\btfg?\b|\btime limited\b|\bshort life\b"
            r"|^task( groups?| force)?s?$",
        ),
        ("standing", r"\bstanding\b|\bpermanent\b|\bongoing\b|\bmain\b|\bstatutory\b"),
        ("one-off", r"\bone off\b|\bshort term\b|\bad ?hoc\b"),
        (
            "working",
            r"\bwork(ing|group|stream)?s?\b|\bsub ?(group|committee)|\bsteering\b|\boperational\b"
            r"|\breference\b|\blong(er)?\b|\bproject (group|team)",
        ),
    )
)
PUBLICATIONS = Vocabulary(
    (
        (
            "media statement",
            r"\bmedia\b|\bpress\b|\bnews release\b|\b(joint|public) statement\b|^statements?$",
        ),
        ("consultation response", r"\bconsult|\bsubmission\b|\bevidence\b|\binquiry\b"),
        ("briefing", r"\bbriefing"),
        ("report", r"\breport"),
        ("letter", r"\bletter|\bcorrespondence\b"),
    )
)
WAIVERS = Vocabulary(
    (
        (
            "",
            r"\b(not|never|no) (be )?(waiv|exempt)|\bunwaive"
            r"|\b(waiver|exemption) (was |is |to be )?"
            r"(appl|ask|await|declin|not|pend|refus|reject|request|sought)"
            r"|\b(appl|ask|await|pend|request|seek|sought)\w*( \w+){0,3} (waiv|exempt)",
        ),
        (
            "waived",
            r"\bwaiv|\bexempt|\bremit|\bwr(itten|ite) off|\b(nil|no) (fee|charge)\b|\bfree of charge\b"
            r"|\bnot charged\b|\bexcus|\bforgiv",
        ),
    )
)


BEGINNING = 4  # words of a decision that say what kind it is, where nobody does


def kind_of_decision(kind: str | None, decision: str | None) -> str:
    """The kind that is meant or, where none is written, that the decision begins with: Co-opt Pat Lee."""
    words = plain(decision).split()
    if plain(kind):
        return DECISIONS.word(kind)
    return DECISIONS.word(" ".join(words[:BEGINNING])) or _joins(" ".join(words))


def _joins(decision: str) -> str:
    """That somebody becomes a member is said at the end: Accepted Alder as a member."""
    as_a_member = r"\b(as|be|becomes?) (an? )?(new |full )?member$"
    return "membership" if re.search(as_a_member, decision) else ""


@lru_cache(maxsize=16_384)
def core(written: str | None) -> frozenset[str]:
    """The words that tell one duty or post from another; all of them where none does."""
    words = plain(written).replace("well being", "wellbeing").split()
    little = {w for w in words for of in (LITTLE, WHICH) if of.fullmatch(w) or of.fullmatch(stem(w))}
    return frozenset(map(stem, {*words} - little)) or frozenset(map(stem, words))


def stem(word: str) -> str:
    """Without the ending of several, or of what is over: reports and reported are report."""
    if len(word) > SHORTEST + 1 and word.endswith("ed"):
        return word[:-2]
    return word[:-1] if len(word) >= SHORTEST and word.endswith("s") and not word.endswith("ss") else word


@lru_cache(maxsize=4_096)
def cores(duty: str) -> tuple[frozenset[str], ...]:
    """How a duty may be written: as it is, and with the first letters in place of several of its words."""
    words = plain(duty).split()
    runs = ((first, last) for first in range(len(words)) for last in range(first + 3, len(words) + 1))
    short = (
        " ".join((*words[:a], "".join(word[0] for word in words[a:b] if word not in left_out), *words[b:]))
        for a, b in runs
        for left_out in ((), ("and",))
    )
    return tuple(dict.fromkeys((core(duty), *map(core, short))))


def same_duty(written: str | None, duty: str) -> bool:
    """Whether what is written on record is the duty that terms name."""
    return core(written) in cores(duty)


def near(written: str | None, duties: Iterable[str]) -> str:
    """The duty that shares most with what is written and may be meant; "" where none shares half."""
    best = max(((_shared(core(written), core(duty)), duty) for duty in duties), default=(0.0, ""))
    return best[1] if best[0] >= HALF else ""


def _shared(one: frozenset[str], other: frozenset[str]) -> float:
    """The share of their words that two have in common; one cut short or misspelt is the same word."""
    common = sum(any(_alike(word, each) for each in other) for word in one)
    return common / max(len(one), len(other), 1)


def _alike(one: str, other: str) -> bool:
    if one == other or min(len(one), len(other)) < SHORTEST:
        return one == other
    is_cut = one.startswith(other) or other.startswith(one)
    return is_cut or SequenceMatcher(None, one, other).ratio() > MISSPELT


def holds_post(written: str | None, post: str) -> bool:
    """Whether a title is that of a post, however its small words stand, and not of another beside it."""
    own, asked = core(written), core(post)
    return asked <= own and not any(map(ANOTHER_POST.fullmatch, own - asked))
