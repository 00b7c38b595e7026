"""What later euros and more work count."""

from math import sqrt

import numpy as np

from talkoot.agents.public_money import net_benefit, worth_at_start, worth_of_job_year

from ..proof import Proof, eg, near, reads
from ..strategies import span, whole

PROOFS = (
    Proof(
        worth_at_start,
        # a quarter a year: 0.8 after one, 0.64 after two, the root of 0.8 after half of one
        [
            eg(1.0, months=0, discount_rate_annual=0.25),
            eg(0.8, months=12, discount_rate_annual=0.25),
            eg(0.64, months=24, discount_rate_annual=0.25),
            eg(sqrt(0.8), months=6, discount_rate_annual=0.25),
        ],
        falls_with="months discount_rate_annual",
        between=(0.0, 1.0),
        claims={
            "without discount a euro is a euro": lambda c: c(discount_rate_annual=0.0) == 1.0,
            "years follow each other": lambda c: near(
                c(months=c.months + 12), c() / (1.0 + c.discount_rate_annual)
            ),
            "many months at once": lambda c: near(
                c(months=np.array([0, c.months])).sum(), 1.0 + c(), 1e-12
            ),
        },
        where={"months": whole(0, 240)},
    ),
    reads(worth_of_job_year, job_year_value_eur=25000.0),
    Proof(
        net_benefit,
        [
            eg(40000.0, job_year_eur=25000.0, job_years=4.0, public_eur=60000.0),
            eg(-60000.0, job_year_eur=25000.0, job_years=0.0, public_eur=60000.0),
        ],
        rises_with="job_years",
        falls_with="public_eur",
        claims={
            "it breaks even at its price": lambda c: near(
                c(public_eur=c.job_year_eur * c.job_years), 0.0
            )
        },
        where={"job_years": span(-50.0, 500.0)},
    ),
)
