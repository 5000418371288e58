"""Who took part in an act, and how far it was theirs: named, unnamed, or pressured by others."""

from __future__ import annotations

from typing import Annotated

from desktop.domain.meta import ACCEPT, BOTH, Meta
from desktop.domain.record import Anchor, Items, Record
from desktop.domain.values import Code, Integer, Long, Ref, Text


class Involvement(Record):
    """Who took part in an act, and how far it was theirs."""

    act: Annotated[Ref, Meta("Act", "侵害行为", ref=("act",), needed=BOTH)] = None
    perpetrator: Annotated[
        Ref,
        Meta(
            "Who",
            "何人",
            ref=("person", "organisation"),
            help_en="Leave empty if nobody told a name; describe them below.",
            help_zh="不知其名则留空，在下面描述。",
        ),
    ] = None
    type: Annotated[Code, Meta("Type", "类型", vocabulary="perpetrator_types", needed=ACCEPT)] = None
    degree: Annotated[
        Code, Meta("Degree of involvement", "参与程度", vocabulary="involvement_degrees", needed=ACCEPT)
    ] = None
    number: Annotated[Integer, Meta("How many people", "人数", section="details")] = None
    called: Annotated[
        Text,
        Meta(
            "What they were called",
            "现场称呼",
            section="details",
            help_en="“Old Zhang”, “Section Chief”: what was heard, not a proven name.",
            help_zh="“老张”“科长”：听到的称呼，不是查实的姓名。",
        ),
    ] = None
    agency: Annotated[Ref, Meta("Unit they belong to", "所属单位", ref=("organisation",), section="details")] = None
    rank: Annotated[Text, Meta("Role or rank", "职务", section="details")] = None
    pressured_by: Annotated[
        Ref,
        Meta(
            "Pressured by",
            "受谁施压",
            ref=("organisation", "person"),
            help_en="Landlords, schools and hospitals often act under orders.",
            help_zh="房东、学校、医院往往奉命行事。",
        ),
    ] = None
    description: Annotated[
        Long,
        Meta(
            "Description",
            "描述",
            section="account",
            help_en="Number plates, badges, uniforms, words.",
            help_zh="车牌、警号、制服、言语。",
        ),
    ] = None
    claim_status: Annotated[
        Code, Meta("Status of the claim", "认定状态", vocabulary="claim_status", section="assessment")
    ] = None
    status: Annotated[Text, Meta("What became of it", "后续处理", section="assessment")] = None
    exculpatory: Annotated[
        Long,
        Meta(
            "What speaks for them",
            "对其有利的情况",
            section="assessment",
            help_en="What they say themselves too: how they explain it, what they deny, on whose orders they acted.",
            help_zh="也包括他们自己的说法：怎样解释、否认什么、奉谁的命令。",
        ),
    ] = None
    anchors: Annotated[Items[Anchor], Meta("Words it stands on", "依据的原话", section="origin", sensitivity=2)] = None
