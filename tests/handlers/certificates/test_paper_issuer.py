"""Who issues a certificate, what it serves for, and since when its record is complete."""

import json
from dataclasses import replace
from datetime import date

import pytest

from content.certificates.certificate import FORMER, CertificateFacts, Issuer
from content.credits.since import Since
from content.operator import LONGEST_NAME
from content.values import CreditKind
from handlers.papers import certificate
from handlers.papers.certificate_layout import pages
from handlers.papers.fonts import width
from handlers.papers.marks import Text, texts
from tests.handlers.certificates.test_papers import printed, some_facts
from tests.operators import ASSOCIATION


def test_what_was_frozen_before_there_were_profiles_keeps_its_issuer() -> None:
    former = {key: value for key, value in some_facts().to_document().items() if key not in {"issuer", "since"}}
    thawed = CertificateFacts.from_document(json.loads(json.dumps(former)))
    assert (thawed.issuer, thawed.since) == (FORMER, ())
    assert "Tan'i（独立したソフトウェア）" in printed(thawed)


def test_the_issuer_is_the_operator_and_no_other() -> None:
    said = "".join(texts(pages(some_facts())))
    assert "この証明書は架空市医師会が自らの記録により発行するものであり、日本医師会が発行する" in said
    assert "専門医の更新、かかりつけ医機能報告制度" in said
    own = "".join(texts(pages(replace(some_facts(), issuer=Issuer.of(ASSOCIATION)))))
    assert "架空市医師会" in own
    assert "日本医師会" not in own
    assert "手続きに用いる" in said
    nothing = "".join(texts(pages(replace(some_facts(), issuer=Issuer("甲", is_association=True)))))
    assert "手続きに用いる" not in nothing


@pytest.mark.parametrize("name", ["架空市医師会", "公益社団法人架空県架空市医師会連合", "架" * LONGEST_NAME])
def test_a_name_of_any_length_stays_within_the_page(name: str) -> None:
    marks = [mark for page in pages(replace(some_facts(), issuer=Issuer(name, is_association=True))) for mark in page]
    (said,) = [mark for mark in marks if isinstance(mark, Text) and mark.text == name]
    (label,) = [mark for mark in marks if isinstance(mark, Text) and mark.text == "発行者"]
    assert 24 <= label.x < label.x + width("発行者", label.size) < said.x
    assert said.x + width(name, said.size) <= 186.01


def test_since_when_the_record_is_complete() -> None:
    assert "からの記録です" not in printed(some_facts())
    since = (Since(CreditKind.LECTURE, date(2026, 4, 2)), Since(CreditKind.TRAINING, None))
    said = "".join(texts(pages(replace(some_facts(), since=since))))
    assert "生涯教育講座は2026年4月2日からの記録です。" in said
    assert "研修会は、ここでは記録していません。" in said


def test_a_frozen_document_gives_the_same_facts_and_bytes() -> None:
    since = (Since(CreditKind.LECTURE, date(2026, 4, 2)), Since(CreditKind.TRAINING, None))
    facts = replace(some_facts(3), sample=True, since=since)
    frozen = json.dumps(facts.to_document(), ensure_ascii=False)
    thawed = CertificateFacts.from_document(json.loads(frozen))
    assert thawed == facts
    assert json.dumps(thawed.to_document(), ensure_ascii=False) == frozen
    assert certificate.draw(thawed) == certificate.draw(facts)
