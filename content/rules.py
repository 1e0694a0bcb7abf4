"""The programme's rules, dated: what held on a day of Japan's calendar, with the source beside the rule.

Nothing else in the product knows Japan's calendar. A day begins at 15:00Z of the day before; a fiscal year on 1 April.
What no source states is a rule too. It is marked "ours", so that the association can correct it by a dated line here.
"""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta, timezone
from typing import Literal

from content.privacy.retention import RETENTION, RetentionRules
from content.requests.ceilings import REQUESTS, RequestRules

JAPAN = timezone(timedelta(hours=9), "JST")  # no summer time since 1951: a fixed offset is the zone


@dataclass(frozen=True)
class Rules:
    """The rules that hold on one day. Percentages are whole numbers, and are compared as integers."""

    version: str
    # https://www.med.or.jp/cme/about/henkouten.html: 60 % until fiscal 2015, 80 % from fiscal 2016
    elearning_pass_pct: int = 80
    # https://www.med.or.jp/cme/about/syutoku.html
    journal_pass_pct: int = 60
    # no source states the day of a journal credit. "submission": an answer sent by 31 March counts in that fiscal year,
    # whenever the journal prints the answers. No certificate changes by that, since none shows journal credits.
    # "publication" is the other possible reading
    journal_credit_day: Literal["submission", "publication"] = "submission"
    # ours: so many days before the day of the deadline, members hear that their answers are not submitted
    journal_reminder_days: int = 3
    # the guide: all videos, then the test; whether the test is locked until then is not stated (ours: it is)
    test_requires_all_videos: bool = True
    # ours: people leave at the last words of a film, so 95 % are enough; the guide says only 受講済
    watch_threshold_pct: int = 95
    # ours: the fastest playback that counts, and the grace that a member has once for each version of a film
    watch_speed_pct: int = 200
    watch_grace_ms: int = 5_000
    # the guide: from the day after (受講日の翌日以降)
    certificate_after_days: int = 1
    # ours: so many days after a course was last touched its member is reminded of it, and once more
    reminder_after_days: int = 3
    reminder_again_after_days: int = 10
    # ours: how long before a broadcast its reminder comes, if the member asked for one
    radio_reminder_minutes: int = 10
    # the guide: 専門医共通講習 counts only if the content was taken on or after this day
    common_lecture_from: date = date(2019, 12, 1)
    # https://www1.med.or.jp/cme/about/gaiyou.html: credits and codes of three fiscal years together 60 or more
    goal: int = 60
    goal_years: int = 3
    # https://www1.med.or.jp/cme/cmepdf.html: 84 codes, so no more than 84 can count
    most_codes: int = 84
    # the same page: the curriculum's name, and its edition if it has one
    curriculum: tuple[str, str] = ("日本医師会生涯教育カリキュラム<2016>", "2022年4月版")
    # https://paperzz.com/doc/5945061/ (実施要綱 of 2016): the programme began in 昭和62年; its twentieth year ended in
    # March 2007 (https://archive.okinawa.med.or.jp/old201402/activities/kaiho/kaiho_data/2007/200706/023.html)
    programme_from: date = date(1987, 4, 1)
    # planned for April 2026 by the guide; not confirmed, so no date is set: both IDs are taken
    member_no_until: date | None = None
    mamis_id_from: date = date(1, 1, 1)
    # ours: a notice of our own making that a member accepts at his first login
    privacy_notice: str = "2026-11-29"
    one_time_code_hours: int = 24
    new_password_length: int = 8

    # https://www1.med.or.jp/cme/about/gaiyou.html: 30 minutes of learning are 0.5
    minutes_per_half_unit: int = 30
    # the guide: 大阪府で開催された研修会等 are not in MAMIS, 大阪府医師会 certifies them
    certified_elsewhere: frozenset[str] = frozenset({"大阪府"})
    # https://deepimpact.jp.click/gigi/detail.php?id=2630 (疑義解釈 その8 問7): 慢性疾患の指導に係る適切な研修, in hours
    # within consecutive years
    chronic_hours: int = 20
    chronic_years: int = 2
    # https://mfeesw.net/qa/ikaqa/1-2/a001/12-2/9-6 (疑義解釈 その8 問9): so many hours of 研修会 for each code
    chronic_codes: tuple[int, ...] = (29, 74, 75, 76)
    chronic_code_hours: int = 1
    # https://mfeesw.net/qa/ikaqa/1-2/a001/12-2/8-5 (疑義解釈 その12): e-learning counts except for these codes. What
    # was allowed for a time because of COVID-19 is only in a Q&A for members, so no dated line here repeats it
    chronic_elearning_excluded: frozenset[int] = frozenset({29, 74, 75, 76})
    # http://2018.mfeesw.net/11880/ (疑義解釈 その5 問4 of 2018): a physician who has filed so often may earn those four
    # by e-learning too; 0: nobody may. Whether later reforms changed it was not found
    chronic_filings: int = 2
    # the same: it is filed every so many years
    chronic_filed_every: int = 2
    # https://www.osaka.med.or.jp/doctor/doctor-news-detail?no=20190417-2889-7&dir=2019: 不安又は不眠に係る適切な研修;
    # every source names these two codes, none names 70
    psychotropic_codes: tuple[int, ...] = (20, 69)
    psychotropic_half_units: int = 4
    # https://www.med.or.jp/doctor/cme/cmekakari/012210.html (2025-09-17): the months, first and last, in which a clinic
    # reports on its functions through G-MIS. How many credits its physicians need, no source that can be read says
    function_report_months: tuple[int, int] = (1, 3)
    # ours: how a check-in code changes, and in minutes around its beginning and end when a training takes it
    checkin_step_s: int = 30
    checkin_steps_taken: int = 2
    entry_opens_min: int = 60
    entry_closes_min: int = 30
    exit_opens_min: int = 30
    exit_closes_min: int = 60
    # ours: for so many days after a training a member may claim attendance, and hears of its registration
    late_claim_days: int = 7
    registration_told_days: int = 90
    # https://www1.med.or.jp/cme/about/gaiyou.html: what was learned in a fiscal year is declared by the end of April
    # after it (month, day)
    declared_until: tuple[int, int] = (4, 30)
    # ours: from this day on (month, day) members are reminded of drafts of the fiscal year that ended
    declared_reminder: tuple[int, int] = (4, 10)
    # ours: from these days on (month, day) members hear what is missing to the goal before the fiscal year ends, and
    # what leaves its window then
    year_end_reminder: tuple[int, int] = (2, 1)
    falling_reminder: tuple[int, int] = (3, 1)
    # ours: on this day of the week (0 is Monday) members hear of the new courses in codes that they lack: Saturday, for
    # at the weekend there is time for one
    new_courses_weekday: int = 5
    # ours: on this day of each month (1 to 28) members are told where their plans stand
    plan_told_day: int = 1
    # ours: the month in which a plan is set is one of its months if the plan is set up to this day of the month
    plan_month_counts_until: int = 15
    # ours: the most half-units and files of one declaration, and the most drafts of a member
    declared_half_units: int = 40
    declared_evidence: int = 5
    declared_drafts: int = 10
    # ours: what is kept of one member in all, in declarations that staff have not decided (withdrawn ones too); and how
    # many declarations a member submits in a day
    declared_files: int = 50
    declared_megabytes: int = 200
    declared_a_day: int = 30
    # the guide: 1コンテンツ 1カリキュラムコード 1単位, and 1冊 likewise; a course or an issue may state another number
    content_half_units: int = 2
    issue_half_units: int = 2
    # the guide: the association's own web form answers by mail in 3日程度（土日祝日等を除く）
    web_form_days: int = 3
    # the guide: the month from which the association's site is to ask for the MAMIS ID（予定）
    mamis_login_planned: date = date(2026, 4, 1)
    # ours: the guide's 年末年始 has no dates. First and last day of it, as (month, day)
    turn_of_year: tuple[tuple[int, int], tuple[int, int]] = ((12, 29), (1, 3))
    # ours: the first screen announces a period of maintenance from so many days before it begins
    maintenance_told_days: int = 3
    # ours: so many new certificates a member has made in a day; one that exists is sent again at any time
    certificates_a_day: int = 20
    # ours: so many attempts at one course's self-assessment are kept of a member, and the first that was passed
    attempts_kept: int = 20
    # ours: so many times a day it is logged that a person who is known opens an invitation to the staff
    strange_openings_a_day: int = 5
    # ours: within so many seconds the same press on the same message is answered once
    same_press_s: int = 5
    # ours: a chat waits for so many minutes for a text that it asked for
    answer_awaited_min: int = 10
    # ours: for so many hours it is kept which link somebody opened who has to log in first
    link_kept_h: int = 24
    # ours: trainings and broadcasts of at most so many days ago are found by the search
    found_past_days: int = 180
    # ours: for so many days, what brought no credit is still listed among what waits for its credit
    missed_shown_days: int = 180
    requests: RequestRules = REQUESTS
    retention: RetentionRules = RETENTION

    def passes(self, right: int, asked: int) -> bool:
        """Whether `right` answers out of `asked` pass a self-assessment."""
        return asked > 0 and 100 * right >= self.elearning_pass_pct * asked

    def passes_journal(self, right: int, asked: int) -> bool:
        """Whether `right` answers out of `asked` pass the questions of a journal issue."""
        return asked > 0 and 100 * right >= self.journal_pass_pct * asked

    def journal_right_needed(self, asked: int) -> int:
        """The fewest right answers that pass the questions of a journal issue."""
        return -(-self.journal_pass_pct * asked // 100)

    def right_needed(self, asked: int) -> int:
        """The fewest right answers that pass a self-assessment."""
        return -(-self.elearning_pass_pct * asked // 100)  # -(-a // b) rounds up


_NOW = Rules(version="2022-04")
_2018 = replace(_NOW, version="2018-04", curriculum=("日本医師会生涯教育カリキュラム<2016>", ""))
_2016 = replace(_2018, version="2016-04", chronic_filings=0)
# that codes from 16 on came over from a curriculum <2009> is inferred from what is said of the one of 2016
_2009 = ("日本医師会生涯教育カリキュラム<2009>", "")
BOOK: tuple[tuple[date, Rules], ...] = (
    (date(1, 1, 1), replace(_2016, version="2010-04", elearning_pass_pct=60, curriculum=_2009)),
    (date(2016, 4, 1), _2016),
    (date(2018, 4, 1), _2018),
    (date(2022, 4, 1), _NOW),
)


class Rulebook:
    """The rules by the day on which they begin, ascending. The first ones must begin on date.min."""

    def __init__(self, eras: Sequence[tuple[date, Rules]] = BOOK) -> None:
        days = [first for first, _ in eras]
        if not days or days[0] != date.min or days != sorted(set(days)):
            raise ValueError("eras must ascend from the first day of all")
        self._days = days
        self._rules = [rules for _, rules in eras]

    def at(self, day: date) -> Rules:
        """The rules of that day in Japan."""
        return self._rules[bisect_right(self._days, day) - 1]

    def now(self, moment: datetime) -> Rules:
        """The rules of the day in Japan to which this moment belongs."""
        return self.at(day_of(moment))


def day_of(moment: datetime) -> date:
    """The day in Japan at an aware moment."""
    return moment.astimezone(JAPAN).date()


def local(moment: datetime) -> datetime:
    """The moment as clocks in Japan show it."""
    return moment.astimezone(JAPAN)


def begins(day: date, hour: int = 0) -> datetime:
    """The moment at which Japan's day (or that hour of it) begins, in UTC."""
    return datetime.combine(day, time(hour), JAPAN).astimezone(UTC)


def fiscal_year(day: date) -> int:
    """The fiscal year, April to March: 2027-03-31 belongs to fiscal 2026."""
    return day.year if day.month >= 4 else day.year - 1


def year_span(year: int) -> tuple[date, date]:
    """First and last day of a fiscal year."""
    return date(year, 4, 1), date(year + 1, 3, 31)


MORNING_HOUR = 8
NIGHT_HOUR = 21


def next_morning(moment: datetime) -> datetime:
    """The moment of 08:00 on the following day in Japan."""
    return begins(day_of(moment) + timedelta(days=1), MORNING_HOUR)
