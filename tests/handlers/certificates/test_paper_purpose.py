"""The purpose on a certificate: printed, frozen, and not mistaken for another; and its first page as a picture."""

import io
import json
from dataclasses import replace

import pytest
from PIL import Image

from content.certificates.certificate import CertificateFacts
from content.values import CertificatePurpose
from content.words import paper as words
from handlers.papers import certificate
from handlers.papers.certificate_layout import pages
from handlers.papers.marks import texts
from handlers.pictures import page
from tests.handlers.certificates.test_papers import KATSU, a_line, printed, some_facts

CATEGORY = "必修講習A 医療安全"


def of(purpose: CertificatePurpose, lines: int = 2) -> CertificateFacts:
    facts = replace(some_facts(lines), purpose=purpose)
    if purpose is not CertificatePurpose.SPECIALIST:
        return facts
    return replace(facts, lines=tuple(replace(line, category=CATEGORY) for line in facts.lines))


def said_on(facts: CertificateFacts) -> str:
    return "".join(texts(pages(facts)))


@pytest.mark.parametrize(
    ("purpose", "said"),
    [
        (CertificatePurpose.GENERAL, "一般（日医e-ラーニング、研修会）"),
        (CertificatePurpose.E_LEARNING, "日医e-ラーニングのみ"),
        (CertificatePurpose.CHRONIC, "地域包括診療（慢性疾患の指導に係る適切な研修）"),
        (CertificatePurpose.PSYCHOTROPIC, "向精神薬長期処方（不安又は不眠に係る適切な研修）"),
        (CertificatePurpose.SPECIALIST, "専門医共通講習"),
    ],
)
def test_the_purpose_stands_on_the_paper(purpose: CertificatePurpose, said: str) -> None:
    facts = of(purpose)
    assert said in printed(facts).split("\n")
    assert ("用途の対象とならない単位は、記載していません。" in said_on(facts)) is (
        purpose is not CertificatePurpose.GENERAL
    )
    assert certificate.missing_glyphs(facts) == ()


def test_note_seven_stands_on_every_paper() -> None:
    for purpose in CertificatePurpose:
        assert "大阪府で開催された研修会等は" in said_on(of(purpose))
        assert "大阪府医師会が証明します" in said_on(of(purpose))


def test_a_paper_is_handed_in_for_its_own_purpose_alone() -> None:
    assert "手続きに用いることができます：地域包括診療。" in said_on(of(CertificatePurpose.CHRONIC))
    assert "手続きに用いることができます：専門医の更新。" in said_on(of(CertificatePurpose.SPECIALIST))
    assert "手続きに用いる" not in said_on(of(CertificatePurpose.E_LEARNING))
    assert "専門医の更新、かかりつけ医機能報告制度" in said_on(of(CertificatePurpose.GENERAL))


def test_one_for_common_lectures_has_categories_in_the_place_of_codes() -> None:
    facts = of(CertificatePurpose.SPECIALIST)
    said = printed(facts).split("\n")
    assert {words.CATEGORY, words.SUBTOTALS_BY_CATEGORY, "2単位（1区分）"} <= set(said)
    assert not {words.CODE, words.SUBTOTALS, a_line(0).code_name} & set(said)
    assert CATEGORY in "".join(said)


def test_which_reading_of_the_four_codes_it_follows() -> None:
    chronic = of(CertificatePurpose.CHRONIC)
    apart = replace(chronic, by_training_alone=(29, 74, 75, 76))
    assert "カリキュラムコード 29・74・75・76は、研修会の単位のみを記載しています。" in said_on(apart)
    assert "すべてのカリキュラムコードについて記載しています" in said_on(chronic)
    assert "すべてのカリキュラムコード" not in said_on(of(CertificatePurpose.GENERAL))


@pytest.mark.parametrize("purpose", CertificatePurpose)
def test_a_frozen_purpose_is_read_back(purpose: CertificatePurpose) -> None:
    facts = replace(of(purpose), by_training_alone=(29, 74) if purpose is CertificatePurpose.CHRONIC else ())
    assert CertificateFacts.from_document(json.loads(json.dumps(facts.to_document()))) == facts


def test_one_without_a_purpose_has_the_document_of_before_there_were_any() -> None:
    """So its keyed hash is the one that is on record, and who asks again is given the same certificate."""
    document = some_facts(1).to_document()
    assert document.keys().isdisjoint({"purpose", "by_training_alone"})
    assert "category" not in document["lines"][0]
    assert CertificateFacts.from_document(document).purpose is CertificatePurpose.GENERAL


def test_the_picture_is_the_first_page_of_the_file() -> None:
    long, short = (certificate.draw(some_facts(lines)) for lines in (60, 1))
    drawn = [Image.open(io.BytesIO(page.first(paper))) for paper in (long, short, long)]
    assert [picture.size for picture in drawn] == [(1080, 1528)] * 3
    assert drawn[0].tobytes() == drawn[2].tobytes() != drawn[1].tobytes()
    dark = sum(drawn[1].convert("L").histogram()[:128])
    assert 0.005 < dark / (1080 * 1528) < 0.1, "print on white paper"


def test_a_variant_of_a_name_is_drawn_as_the_variant() -> None:
    plain, variant = (page.first(certificate.draw(some_facts(name=name))) for name in ("葛城", f"{KATSU}城"))
    assert plain != variant
