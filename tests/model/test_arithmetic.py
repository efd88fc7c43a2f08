"""Each relation that a form may lay down is used by a form, and says what is added up and where that is laid down."""

from model.arithmetic import ARITHMETIC
from model.form_file import form_ids, load_form


def test_the_relations_are_those_of_the_forms() -> None:
    used = {identity.code for form_id in form_ids() for identity in load_form(form_id).identities}
    assert set(ARITHMETIC) == used


def test_each_relation_has_a_formula_and_a_notice() -> None:
    for relation in ARITHMETIC.values():
        assert "〔20" in relation.source
        assert any(sign in relation.formula for sign in ("＝", "不大于"))
        assert relation.title
