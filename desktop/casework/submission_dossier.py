"""Fields of a sanctions dossier: who should be listed and why, how each claim is borne out, what speaks for them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from desktop.casework.accepting import in_sight, supports
from desktop.casework.exculpatory import exculpatory as recorded
from desktop.casework.person_names import names_of
from desktop.casework.submission_filled import NONE_RECORDED, Filled, Where, labelled, lines, sentences, spanned
from desktop.casework.submission_matter import Matter
from desktop.casework.submission_people import held_back, one_value, photograph
from desktop.casework.submission_voice import WITHHELD, listed
from desktop.casework.submission_words import actor, type_of
from desktop.casework.workspace import JSON
from desktop.domain.compartment import PSEUDONYM

_PROXY = "pressured"  # of the vocabulary of degrees
_WITHOUT_NAME = {"testimony": "witness statement", "evidence": "document or recording"}


def targets(matter: Matter, _person: str) -> Filled:
    """Everybody said to have taken part of their own accord, with their posts; organisations by name. Of a landlord or
    a school that was pressured, who pressured them."""
    told = [_target(matter, who) for who in dict.fromkeys(_answerable(matter))]
    return Filled("\n\n".join(told), Where("", "involvement", "perpetrator"))


def why_target(matter: Matter, _person: str) -> Filled:
    """What each is said to have done, act by act."""
    told = [f"{type_of(matter, matter.act(act))}: allegedly {actor(matter, one)}" for act, _, one in _involved(matter)]
    return Filled(lines(*dict.fromkeys(told)), Where("", "involvement", "degree"))


def evidence(matter: Matter, _person: str) -> Filled:
    """For each act how far it is borne out, and what kinds of sources speak for it; a witness is never named here."""
    told = [_borne_out(matter, act) for person in matter.people for act, _ in matter.acts_of(person)]
    return Filled(lines(*told), Where("", "citation", "of"))


def exculpatory(matter: Matter, _person: str) -> Filled:
    """What speaks for those accused; that nothing is recorded is said too, and only where it is so."""
    told = [
        f"{actor(matter, one)}: {matter.voice.value('involvement', 'exculpatory', one.get('exculpatory'))}"
        for _, _, one in _involved(matter)
        if one.get("exculpatory")
    ]
    acts = [act for person in matter.people for act, _ in matter.acts_of(person)]
    every = recorded(matter.ws, acts)
    cited = [one for one in every if one.citation in matter.leaves]
    told += [_source_says(matter, one.citation) for one in cited]
    notes = sum(not one.citation for one in every)
    if notes > sum(isinstance(one.get("exculpatory"), str) for _, _, one in _involved(matter)) or any(
        one.citation and one not in cited for one in every
    ):
        told.append(f"More that speaks for those accused is recorded: {WITHHELD}")
    return Filled(lines(*dict.fromkeys(told)) or NONE_RECORDED, Where("", "involvement", "exculpatory"))


def _source_says(matter: Matter, citation: str) -> str:
    """As it is stored, since a mention put into words for us may say whose daughter somebody is, and when born."""
    quote = matter.gathered.nested[citation].get("quote")
    words = matter.voice.text(quote) if isinstance(quote, str) else ""
    return f"A source says: {words}" if words else "A source speaks for them; its words are not noted."


def _answerable(matter: Matter) -> Iterator[str]:
    for _, who, one in _involved(matter):
        if who and one.get("degree") != _PROXY:
            yield who
        pressing = one.get("pressured_by")
        if isinstance(pressing, str):
            yield pressing


def _involved(matter: Matter) -> Iterator[tuple[str, str, Mapping[str, JSON]]]:
    for person in matter.people:
        for act, _ in matter.acts_of(person):
            for _, one in matter.part_of(act, "involvement"):
                who = one.get("perpetrator")
                yield act, who if isinstance(who, str) else "", one


def _target(matter: Matter, who: str) -> str:
    voice, vault = matter.voice, matter.ws.vault
    if vault.kind_of(who) != "person" or not voice.may_name(who):  # a post tells who holds it
        return voice.record(who)
    posts = (vault.state(one).nested() for one in vault.referring(who, "posting"))
    return lines(
        voice.record(who),
        labelled("Also known as", "; ".join(_aliases(matter, who))),
        labelled("Born", one_value("birth")(matter, who).text),
        labelled("Place of birth", one_value("birth_place")(matter, who).text),
        labelled("Nationality", one_value("nationality")(matter, who).text),
        labelled("Identity document", held_back(matter, who, "documents").text),
        labelled("Address", held_back(matter, who, "addresses").text),
        labelled("Photograph", photograph(matter, who).text),
        *(_post(matter, post) for post in posts if post.get("person") == who),
    )


def _aliases(matter: Matter, who: str) -> list[str]:
    """What else somebody is called who may be named; beside a name, one made up for the case would protect nobody."""
    if not matter.voice.may_name(who):
        return []
    first = matter.voice.name(who)
    known = {first.original, " ".join(part for part in (first.family, first.given) if part), first.given}
    told = [line for line in names_of(matter.ws, who).lines if line.full and line.full not in known]
    states = matter.ws.vault.states([line.record for line in told])
    return [line.full for line in told if states[line.record].nested().get("type") != PSEUDONYM]


def _post(matter: Matter, post: Mapping[str, JSON]) -> str:
    told = {
        name: matter.voice.value("posting", name, post.get(name)) for name in ("rank", "organisation", "start", "end")
    }
    between = spanned(told["start"], told["end"])
    where = ", ".join(part for part in (told["rank"], told["organisation"]) if part)
    return labelled("Post", f"{where} ({between})" if between else where)


def _borne_out(matter: Matter, act: str) -> str:
    voice, nested = matter.voice, matter.act(act)
    cited = (one for _, one in matter.part_of(act, "citation") if supports(one.get("stance")))
    anchored = {one for one in listed(nested.get("anchors"), "record") if one in matter.leaves}
    sources = [*(_source(matter, one) for one in cited), *(_source(matter, {"source": one}) for one in anchored)]
    return sentences(
        labelled(
            type_of(matter, nested),
            voice.value("act", "corroboration", nested.get("corroboration")) or "Not yet checked",
        ),
        labelled("Sources", "; ".join(one for one in sources if one)),
    )


def _source(matter: Matter, citation: Mapping[str, JSON]) -> str:
    """What kind of source it is, and how reliable it and this piece of information are held to be."""
    vault, cited = matter.ws.vault, citation.get("source")
    if not isinstance(cited, str) or vault.kind_of(cited) is None or not in_sight(matter.ws, cited):
        return ""
    told = _WITHOUT_NAME.get(vault.kind_of(cited) or "", "")
    said = vault.state(cited).nested()
    nested = said if not told else {"reliability": said.get("speaker_reliability")}
    label = matter.voice.code_label
    information = citation.get("information_reliability") or nested.get("information_reliability")
    return ", ".join(
        part
        for part in (
            told or label("source_types", nested.get("type")).lower() or "source",
            labelled("source", label("source_reliability", nested.get("reliability")).lower()),
            labelled("information", label("source_reliability", information).lower()),
        )
        if part
    )
