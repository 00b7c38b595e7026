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
SALES, PRICING, _, HIRING, DIGITAL, EXPORTING, PRODUCT, OPERATIONS = range(N_TOPICS)
