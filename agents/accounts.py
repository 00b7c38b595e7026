"""Whose money it is: every euro that moves has a payer and a payee (double entry).

``Ledger.flow_eur[payer, payee]`` holds the month's flows. Firms and ventures own cash columns, so
what flows in less what flows out must equal the change of their cash; the other accounts are the
environment, and their balance is what they gave or got.
"""

from enum import StrEnum
from typing import Final


class Funder(StrEnum):
    """Who pays public money."""

    erdf = "erdf"
    municipality = "municipality"
    pbas = "pbas"


ACCOUNTS = (
    "firms",
    "ventures",
    *Funder,
    "customers",
    "elsewhere",
    "suppliers",
    "workers",
    "owners",
    "facilitators",
    "services",
    "banks",
    "travel",
)
FIRMS: Final = 0
VENTURES: Final = 1  # joint ventures' own cash
FUNDER: Final = 2  # the first of the funders, which stand in their order
CUSTOMERS: Final = 5  # local demand
ELSEWHERE: Final = 6  # open demand: tourists, export, digital
SUPPLIERS: Final = 7  # of goods and services bought for what is sold, and of ventures' set-up
WORKERS: Final = 8  # wages with on-costs
OWNERS: Final = 9  # first capital in; draw and what is left at closing out
FACILITATORS: Final = 10  # advisers and researchers
SERVICES: Final = 11  # landlords and services: fixed costs of firms, running costs of groups
BANKS: Final = 12  # an overdraft is a firm's negative cash; a bank pays when it writes that off
TRAVEL: Final = 13  # fuel and fares on the way to evenings

FUNDERS = ACCOUNTS[FUNDER:CUSTOMERS]
