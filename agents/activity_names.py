"""The eleven activities of a community of practice (Wenger 1998), by name and by number."""

ACTIVITIES = (
    "problem_solving",
    "requests_for_information",
    "seeking_experience",
    "reusing_assets",
    "coordination",
    "building_argument",
    "growing_confidence",
    "discussing_developments",
    "documenting",
    "visits",
    "mapping_knowledge",
)
(
    PROBLEM_SOLVING,
    INFORMATION,
    EXPERIENCE,
    ASSETS_REUSED,
    COORDINATION,
    ARGUMENT,
    CONFIDENCE,
    DEVELOPMENTS,
    DOCUMENTING,
    VISITS,
    MAPPING,
) = range(len(ACTIVITIES))
