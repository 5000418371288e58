"""Fields of a sanctions dossier: who should be listed and why, how each claim is borne out, what speaks for them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from desktop.casework.accepting import in_sight
from desktop.casework.exculpatory import exculpatory as recorded
from desktop.casework.submission_filled import NONE_RECORDED, Filled, Where, labelled, lines, sentences, spanned
from desktop.casework.submission_matter import Matter
from desktop.casework.submission_words import actor
from desktop.casework.workspace import JSON
from desktop.domain.mentions import escape

_WITHOUT_NAME = {"testimony": "witness statement", "evidence": "document or recording"}


def targets(matter: Matter, _person: str) -> Filled:
    """Everybody said to have taken part, with their posts; organisations by name."""
    told = [_target(matter, who) for who in dict.fromkeys(who for _, who, _ in _involved(matter) if who)]
    return Filled("\n\n".join(told), Where("", "involvement", "perpetrator"))


def why_target(matter: Matter, _person: str) -> Filled:
    """What each is said to have done, act by act."""
    told = [
        f"{matter.voice.code_label('harassment_types', matter.act(act).get('type'))}: allegedly {actor(matter, one)}"
        for act, _, one in _involved(matter)
    ]
    return Filled(lines(*dict.fromkeys(told)), Where("", "involvement", "degree"))


def evidence(matter: Matter, _person: str) -> Filled:
    """For each act how far it is borne out, and by what kinds of sources; a witness is never named here."""
    told = [_borne_out(matter, act) for person in matter.people for act, _ in matter.acts_of(person)]
    return Filled(lines(*told), Where("", "citation", "of"))


def exculpatory(matter: Matter, _person: str) -> Filled:
    """What speaks for those accused; that nothing is recorded is said too."""
    told = [
        f"{actor(matter, one)}: {matter.voice.value('involvement', 'exculpatory', one.get('exculpatory'))}"
        for _, _, one in _involved(matter)
        if one.get("exculpatory")
    ]
    acts = [act for person in matter.people for act, _ in matter.acts_of(person)]
    cited = (one for one in recorded(matter.ws, acts) if one.citation in matter.leaves)
    told += [f"A source says: {matter.voice.text(escape(one.words))}" for one in cited if one.words]
    return Filled(lines(*dict.fromkeys(told)) or NONE_RECORDED, Where("", "involvement", "exculpatory"))


def _involved(matter: Matter) -> Iterator[tuple[str, str, Mapping[str, JSON]]]:
    for person in matter.people:
        for act, _ in matter.acts_of(person):
            for _, one in matter.part_of(act, "involvement"):
                who = one.get("perpetrator")
                yield act, who if isinstance(who, str) else "", one


def _target(matter: Matter, who: str) -> str:
    voice, vault = matter.voice, matter.ws.vault
    if vault.kind_of(who) != "person":
        return voice.record(who)
    nested = matter.gathered.nested.get(who, {})
    posts = (vault.state(one).nested() for one in vault.referring(who, "posting"))
    return lines(
        voice.record(who),
        labelled("Born", voice.value("person", "birth", nested.get("birth"))),
        labelled("Nationality", voice.value("person", "nationality", nested.get("nationality"))),
        *(_post(matter, post) for post in posts if post.get("person") == who),
    )


def _post(matter: Matter, post: Mapping[str, JSON]) -> str:
    told = {
        name: matter.voice.value("posting", name, post.get(name)) for name in ("rank", "organisation", "start", "end")
    }
    between = spanned(told["start"], told["end"])
    where = ", ".join(part for part in (told["rank"], told["organisation"]) if part)
    return labelled("Post", f"{where} ({between})" if between else where)


def _borne_out(matter: Matter, act: str) -> str:
    voice, nested = matter.voice, matter.act(act)
    sources = [_source(matter, one) for _, one in matter.part_of(act, "citation")]
    return sentences(
        labelled(
            voice.code_label("harassment_types", nested.get("type")),
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
    nested = vault.state(cited).nested() if not told else {}
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
