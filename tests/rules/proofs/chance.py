"""Draws: splitmix64 and inversion, against published output and the standard library."""

from math import exp, inf, log, sqrt
from statistics import NormalDist

from pytest import approx
from scipy import stats

from talkoot.agents.chance import (
    MASK,
    _normal_tail,
    _poisson_part,
    key_of,
    laplace,
    mix,
    normal,
    poisson,
    random_bits,
    share_below,
    uniform,
)

from ..draws import GAMMA, WORD, key_drawing, unmix
from ..proof import Proof, between, eg, near
from ..strategies import KEY, OPEN_SHARE, span, whole

STANDARD = NormalDist()
# Vigna's splitmix64.c, https://prng.di.unimi.it: the first outputs after seeds 0 and 1234567
OUTPUT = {
    0: (0xE220A8397B1DCDAF, 0x6E789E6AA1B965F4, 0x06C45D188009454F, 0xF88BB8A8724C81EC),
    1234567: (6457827717110365317, 3203168211198807973, 9817491932198370423, 4593380528125082431),
}
ABOUT_IT = {"actor_key": 7, "month": 3, "purpose": 25, "n": 2, "partner_key": 11}
LUCKLESS = key_drawing(0.0, 25, n=2, month=3, partner_key=11)
NOBODY = {"actor_key": 0, "month": 0, "purpose": 0, "n": 0, "partner_key": 0}


def splitmix64(state: int) -> int:
    """Return the next output of the reference generator, from its published words."""
    z = (state + GAMMA) % WORD
    z = (z ^ z >> 30) * 0xBF58476D1CE4E5B9 % WORD
    z = (z ^ z >> 27) * 0x94D049BB133111EB % WORD
    return z ^ z >> 31


def bits(actor_key: int, month: int, purpose: int, n: int, partner_key: int) -> int:
    """Return a draw's bits: the (month, purpose, n)-th state of the actor's stream, mixed on."""
    step = (month * 256 + purpose) * 4096 + n - 1  # the generator itself adds one more
    return splitmix64(splitmix64((actor_key + step * GAMMA) % WORD) + partner_key)


def key(seed: int, *identity: int) -> int:
    """Return an actor's key: the generator's output, and again with each number added."""
    found = splitmix64(seed)
    for number in identity:
        found = splitmix64(found + number - GAMMA)
    return found


def poisson_quantile(u: float, mean: float) -> tuple[float, float]:
    """Return the counts between which rounding of the cumulated chance may put a draw."""
    low, high = stats.poisson.ppf([max(u - 1e-12, 0.0), min(u + 1e-12, 1.0 - 1e-16)], mean)
    return max(low, 0.0), high


PROOFS = (
    Proof(
        mix,
        [
            *(
                eg(output, z=(seed + k * GAMMA) % WORD)
                for seed, outputs in OUTPUT.items()
                for k, output in enumerate(outputs, 1)
            ),
            eg(0, z=0),
        ],
        between=(0, MASK),
        claims={"it is one to one": lambda c: unmix(c()) == c.z},
    ),
    Proof(
        random_bits,
        [eg(splitmix64(0xE220A8397B1DCDAF), **NOBODY | {"n": 1}), eg(bits(**ABOUT_IT), **ABOUT_IT)],
        between=(0, MASK),
        claims={
            "the reference's stream": lambda c: (
                c() == bits(c.actor_key, c.month, c.purpose, c.n, c.partner_key)
            ),
            "another partner, another draw": lambda c: c(partner_key=c.partner_key ^ 1) != c(),
            "another number, another draw": lambda c: c(n=c.n ^ 1) != c(),
        },
    ),
    Proof(
        uniform,
        [
            eg(approx(u, abs=2.0**-52), actor_key=key_drawing(u, 25), month=0, purpose=25)
            for u in (0.25, 0.5, 0.75, 1.0 - 2.0**-52)
        ]
        # the smallest draw: half of a step
        + [eg(approx(2.0**-53, abs=0.0), **ABOUT_IT | {"actor_key": LUCKLESS})],
        between=(2.0**-53, 1.0 - 2.0**-53),
        claims={
            "its bits' upper 52, in the middle of their step": lambda c: (
                c() == ((bits(**{k: getattr(c, k) for k in ABOUT_IT}) >> 12) + 0.5) / 2.0**52
            ),
        },
    ),
    Proof(
        laplace,
        # below the median half of e to the x
        [
            eg(0.0, u=0.5),
            eg(-1.0, u=0.5 * exp(-1.0)),
            eg(2.0, u=1.0 - 0.5 * exp(-2.0)),
            eg(-log(0.96), u=0.52),
        ],
        rises_with="u",
        claims={
            "both sides alike": lambda c: near(c(), -c(u=1.0 - c.u)),
            "SciPy's distribution": lambda c: near(stats.laplace.cdf(c()), c.u),
        },
    ),
    Proof(
        normal,
        [
            eg(0.0, u=0.5),
            # any table of the normal distribution
            eg(approx(1.959963985, abs=5e-9), u=0.975),
            eg(approx(-2.326347874, abs=5e-9), u=0.01),
            # between the branches' edge and where the tail's formula is no longer good enough
            *(
                eg(approx(STANDARD.inv_cdf(u), rel=1.2e-9), u=u)
                for u in (0.0241, 0.0244, 0.0266, 0.9734, 0.9756, 0.9759)
            ),
        ],
        rises_with="u",
        claims={
            "Acklam's 1.15e-9": lambda c: near(c(), STANDARD.inv_cdf(c.u), 1.2e-9),
        },
        where={"u": OPEN_SHARE | span(1e-12, 0.03) | span(0.97, 1.0 - 1e-12)},
    ),
    Proof(
        _normal_tail,
        # its argument is sqrt(-2 log u)
        [
            eg(approx(STANDARD.inv_cdf(u), rel=1.2e-9), q=sqrt(-2.0 * log(u)))
            for u in (0.02, 1e-4, 1e-9, 1e-15)
        ],
        falls_with="q",
        between=(-inf, -1.9),
        claims={
            "Acklam's 1.15e-9": lambda c: near(
                c(), STANDARD.inv_cdf(exp(-0.5 * c.q * c.q)), 1.2e-9 * abs(c())
            ),
        },
        where={"q": span(2.73, 8.0)},
    ),
    Proof(
        share_below,
        [
            eg(0.5, z=0.0),
            # any table of the normal distribution
            eg(approx(0.975, abs=1e-9), z=1.959963984540054),
            eg(approx(0.15865525393145707, abs=1e-12), z=-1.0),
            eg(approx(1e-12, rel=1e-9), z=-40.0),  # never 0, so that its quantile is finite
            eg(approx(1.0 - 1e-12, rel=1e-15), z=40.0),
            eg(approx(1.2798125e-12, rel=1e-6), z=-7.0),
        ],
        rises_with="z",
        between=(1e-12, 1.0 - 1e-12),
        claims={
            "it undoes normal": lambda c, u: near(c(z=normal(u)), u, 1e-9),
            "the standard library's": lambda c: near(c(), STANDARD.cdf(c.z), 1e-11),
            "both sides alike": lambda c: near(c() + c(z=-c.z), 1.0, 1e-15),
        },
        where={"z": span(-9.0, 9.0)},
    ),
    Proof(
        _poisson_part,
        [
            # mean 2: none 0.1353, up to one 0.4060, up to two 0.6767, up to three 0.8571
            *(eg(k, u=u, mean=2.0) for k, u in enumerate((0.13, 0.40, 0.67, 0.85))),
            *(eg(k + 1, u=u, mean=2.0) for k, u in enumerate((0.14, 0.41, 0.68, 0.86))),
            eg(0, u=exp(-2.0), mean=2.0),
            eg(0, u=0.999, mean=0.0),
            eg(700, u=0.5, mean=700.0),  # the median of a whole mean is the mean
        ],
        rises_with="u mean",
        between=(0, inf),
        claims={
            "SciPy's quantile": lambda c: between(c(), *poisson_quantile(c.u, c.mean)),
            "it ends, above the sum of all chances too": lambda c: all(
                c(u=1.0, mean=mean) < 2.0 * mean + 60.0 for mean in (c.mean, 0.7, 2.0, 50.0, 699.9)
            ),
        },
        where={"mean": span(0.0, 700.0) | span(0.0, 3.0)},
    ),
    Proof(
        poisson,
        [
            eg(2, actor_key=key_drawing(0.5, 9, month=3), month=3, purpose=9, mean=2.0),
            eg(4, actor_key=key_drawing(0.9, 9, month=3), month=3, purpose=9, mean=2.0),
            eg(0, actor_key=key_drawing(0.9, 9, month=3), month=3, purpose=9, mean=0.0),
            # mean 0.05: none 0.951
            eg(1, actor_key=key_drawing(0.96, 9, month=3), month=3, purpose=9, mean=0.05),
        ],
        rises_with="mean",
        between=(0, inf),
        claims={
            "700 is one draw": lambda c, u: between(
                c(actor_key=key_drawing(u, c.purpose, 0, c.month), mean=700.0),
                *poisson_quantile(u, 700.0),
            ),
            "more is parts of 700, the second from a draw of its own": lambda c, u: between(
                c(actor_key=key_drawing(u, c.purpose, 0, c.month, 1), mean=702.0)
                - c(actor_key=key_drawing(u, c.purpose, 0, c.month, 1), mean=700.0),
                *poisson_quantile(u, 2.0),
            ),
            "six deviations are never left": lambda c: (
                abs(c() - c.mean) < 6.0 * sqrt(c.mean) + 10.0
            ),
        },
        where={"mean": span(0.0, 3000.0) | span(0.0, 3.0)},
    ),
    Proof(
        key_of,
        [
            eg(key(1, 2, 3, 4, 5), seed=1, a=2, b=3, c=4, d=5),
            eg(key(7, -1, 0, -12, 3), seed=7, a=-1, b=0, c=-12, d=3),
        ],
        between=(0, MASK),
        claims={
            "the generator again and again": lambda c: c() == key(c.seed, c.a, c.b, c.c, c.d),
            "whoever differs in one number is somebody else": lambda c: (
                len({c(), c(a=c.a + 1), c(b=c.b + 1), c(c=c.c + 1), c(d=c.d + 1)}) == 5
            ),
        },
        where=dict.fromkeys("abcd", KEY | whole(-3, 3)) | {"seed": whole(0, 2**32)},
    ),
)
