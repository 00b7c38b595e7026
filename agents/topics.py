"""What a firm has to know: topics of know-how, in the order of the columns' last dimension."""

TOPICS = (
    "sales_marketing",
    "pricing_offers",
    "finance",
    "hiring_people",
    "digital_tools",
    "export",
    "product_development",
    "operations_logistics",
)
N_TOPICS = len(TOPICS)
N_KINDS = 8
"""Kinds of problems within each topic, the commonest first."""
PROBLEMS = tuple(f"{topic}_{kind + 1}" for topic in TOPICS for kind in range(N_KINDS))
"""All kinds of problems: ``finance_1`` is the commonest problem with finance."""
SALES, PRICING, _, HIRING, DIGITAL, EXPORTING, PRODUCT, OPERATIONS = range(N_TOPICS)
