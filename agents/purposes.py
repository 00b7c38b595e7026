"""What a draw is for. The numbers are part of every result: never renumber, only append."""

from typing import Final

# founding
FOUNDERS: Final = 1
SECTOR: Final = 2
OWNER: Final = 3
SIZE: Final = 4
PRODUCTIVITY: Final = 5
PLACE: Final = 6
OPENNESS: Final = 7
SKILL: Final = 8
MIND: Final = 9
TIME: Final = 10
CIRCLE: Final = 11
AGE_AT_START: Final = 12
ASSETS: Final = 13

# the month
INVITE: Final = 20
JOIN: Final = 21
SEAT_PRIORITY: Final = 22
ORGANISE: Final = 23
HOST: Final = 24
ATTEND: Final = 25
SEATING: Final = 26
CONVERSE: Final = 27
TIE: Final = 28
ASK_ADVICE: Final = 30
ADVICE_PRIORITY: Final = 31
ACQUAINTANCE: Final = 32
ACQUAINTANCE_TOPIC: Final = 33
PROPOSE: Final = 35
ACCEPT: Final = 37
VENTURE_SUCCESS: Final = 38
PROBLEM: Final = 39
PROBLEM_KIND: Final = 40
SOLVE: Final = 41
JUMP: Final = 42
NOISE: Final = 44
STAFF: Final = 45
EXPORT: Final = 46
CLOSE: Final = 47
INSOLVENCY: Final = 48
LEAVE: Final = 49
WORD_OF_MOUTH: Final = 50
ACTIVITY: Final = 51
ACTIVITY_OUTCOME: Final = 52
GOING_ON: Final = 53
OPPORTUNITY: Final = 54
ASSET_NEED: Final = 55
IDEA: Final = 56
IDEA_OUTCOME: Final = 57
REFUSE_TO_HOST: Final = 58
CONSULT: Final = 59
CHANNEL: Final = 60
READ: Final = 61
LEAVE_FIRM: Final = 62
CONTRACT_ENDS: Final = 63
REFILL: Final = 64
CONTRACT: Final = 65
SEASON: Final = 66
ORIGIN: Final = 67
CALLED: Final = 68
CIRCLE_CALLED: Final = 69
FIT: Final = 73
EXPERIENCE: Final = 74
LEAVE_POST: Final = 75
FILL_POST: Final = 76
QUARREL: Final = 77
SKILL_TO_LEAD: Final = 78
POST: Final = 79
SUPPLIER: Final = 80
LOSE_SUPPLIER: Final = 81
KIND: Final = 85
LIVED: Final = 86
AT_HOME: Final = 87
STUDIED: Final = 88
REQUEST: Final = 89
NEWS: Final = 90
NEWS_ELSEWHERE: Final = 91
TIE_ELSEWHERE: Final = 92
INTRODUCE: Final = 93
INTRODUCE_ELSEWHERE: Final = 94
TAKE_UP: Final = 95

# the environment
ECONOMY: Final = 100

# watching: draws that change nothing in the model
SIGN: Final = 70
ANSWER: Final = 71
ANSWER_NOISE: Final = 72
