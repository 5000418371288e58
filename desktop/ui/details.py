"""Which screen shows a record of which kind beside a list; a kind without one of its own is shown as a form."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from desktop.ui.about_page import AboutPage
from desktop.ui.act_from_words import ActFromWords, words_in
from desktop.ui.act_of_another import ActOfAnother, act_in
from desktop.ui.act_page import ActPage
from desktop.ui.attach_page import AttachPage
from desktop.ui.case_page import CasePage
from desktop.ui.consenting.consent_page import ConsentPage
from desktop.ui.evidence_page import EvidencePage
from desktop.ui.identity_page import IdentityPage
from desktop.ui.intervention_page import InterventionPage
from desktop.ui.interview_page import InterviewPage
from desktop.ui.involvement_page import InvolvementPage
from desktop.ui.name_page import NamePage
from desktop.ui.new_person import NewPerson
from desktop.ui.page import Page
from desktop.ui.person_page import PersonPage
from desktop.ui.place import Place
from desktop.ui.record_form import RecordForm
from desktop.ui.relationship_page import RelationshipPage
from desktop.ui.reports.form_record import FormRecord
from desktop.ui.risk_page import RiskPage
from desktop.ui.source_page import SourcePage
from desktop.ui.testimony_page import TestimonyPage
from desktop.ui.tools import Tools

Make = Callable[[Tools, Place], Page]

DETAILS: Mapping[str, Make] = {
    "act": ActPage,
    "case": CasePage,
    "citation": AboutPage,
    "claim": AboutPage,
    "consent": ConsentPage,
    "testimony": TestimonyPage,
    "evidence": EvidencePage,
    "intervention": InterventionPage,
    "interview": InterviewPage,
    "involvement": InvolvementPage,
    "name": NamePage,
    "person": PersonPage,
    "risk_assessment": RiskPage,
    "source": SourcePage,
    "submission": FormRecord,
    "identity": IdentityPage,
    "relationship": RelationshipPage,
}
NEW: Mapping[str, Make] = {
    "act": ActPage,
    "citation": AboutPage,
    "claim": AboutPage,
    "consent": ConsentPage,
    "person": NewPerson,
    "evidence": AttachPage,
    "intervention": InterventionPage,
    "interview": InterviewPage,
    "involvement": InvolvementPage,
    "name": NamePage,
    "identity": IdentityPage,
    "relationship": RelationshipPage,
    "risk_assessment": RiskPage,
}


def make_detail(tools: Tools, place: Place) -> Page:
    """The screen of one record, or of a new one of a kind."""
    if place.record:
        return DETAILS.get(place.kind, RecordForm)(tools, place)
    if place.kind == "act" and words_in(place) is not None:
        return ActFromWords(tools, place)
    if place.kind == "act" and act_in(place):
        return ActOfAnother(tools, place)
    return NEW.get(place.kind, RecordForm)(tools, place)
