"""What fills each field of each form: the names in the column ``filled_by`` of ``un_form_fields``."""

from __future__ import annotations

from collections.abc import Mapping

from desktop.casework import submission_acts as acts
from desktop.casework import submission_dossier as dossier
from desktop.casework import submission_people as people
from desktop.casework import submission_sender as sender
from desktop.casework.submission_filled import Filled, OfForm, labelled, lines
from desktop.casework.submission_matter import Matter


def acts_and_steps(matter: Matter, person: str) -> Filled:
    """For a form that asks for the facts and for what was tried in one field."""
    told, tried = acts.acts(matter, person), sender.steps(matter, person)
    steps = labelled("Steps taken, and results", tried.text) if told.text else ""
    return Filled(lines(told.text, steps), told.where, told.lacks)


FILLERS: Mapping[str, OfForm] = {
    "consent:un_to_gov": people.consent_to("un_to_gov"),
    "consent:un_public": people.consent_to("un_public"),
    "consent:un_reprisals_report": people.consent_to("un_reprisals_report"),
    "family_consent": people.family_consent,
    "full_names": people.full_names,
    "family_name": people.family_name,
    "given_name": people.given_name,
    "particulars": people.particulars,
    "particulars_full": people.particulars_full,
    "sex": people.one_value("sex"),
    "nationality": people.one_value("nationality"),
    "occupation": people.one_value("occupation"),
    "birth_or_age": people.birth_or_age,
    "contact": people.identity("contacts"),
    "documents": people.identity("documents"),
    "address": people.identity("addresses"),
    "photograph": people.photograph,
    "defender_work": people.defender_work,
    "un_cooperation": people.un_cooperation,
    "acts": acts.acts,
    "acts_and_steps": acts_and_steps,
    "chronology": acts.chronology,
    "perpetrators": acts.perpetrators,
    "arresting_forces": acts.arresting_forces,
    "link_to_work": acts.link_to_work,
    "legal_basis": acts.legal_basis,
    "norms": acts.norms,
    "pretext": acts.pretext,
    "arrest_date": acts.arrest_date,
    "arrest_place": acts.arrest_place,
    "detention_date": acts.any_arrest_date,
    "warrant_shown": acts.detention_value("warrant_shown"),
    "warrant_authority": acts.detention_value("warrant_authority"),
    "held_by": acts.detention_value("held_by"),
    "ordered_by": acts.detention_value("ordered_by"),
    "duration": acts.duration,
    "places_held": acts.places_held,
    "why_arbitrary": acts.why_arbitrary,
    "urgency": acts.urgency,
    "reprisal_scope": acts.reprisal_scope,
    "submitter": sender.said("submitter"),
    "submitter_contact": sender.said("submitter_contact"),
    "submitter_and_consent": sender.submitter_and_consent,
    "confidential_parts": sender.said("confidential_parts"),
    "author": sender.author,
    "signed": sender.signed,
    "state": sender.state,
    "context": sender.context,
    "steps": sender.steps,
    "un_history": sender.un_history,
    "followups": sender.followups,
    "annexes": sender.annexes,
    "other_procedures": sender.said("other_procedures"),
    "interim_measures": sender.said("interim_measures"),
    "relief": sender.said("relief"),
    "anonymity": sender.said("anonymity"),
    "organisation": sender.said("organisation"),
    "interest_argument": sender.said("interest_argument"),
    "cover": sender.cover,
    "targets": dossier.targets,
    "why_target": dossier.why_target,
    "evidence": dossier.evidence,
    "exculpatory": dossier.exculpatory,
}
