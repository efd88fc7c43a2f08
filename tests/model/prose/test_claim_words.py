"""The vocabulary of narratives: every word is there once, and every meaning names what some form has."""

import tomllib
from collections import Counter

import resources
from model.form_file import form_ids, load_form
from model.prose.claim_words import FILE, vocabulary

DATA = tomllib.loads(resources.text(FILE))


def test_no_word_stands_twice() -> None:
    lists = [
        words
        for part, entries in DATA.items()
        if part not in ("carry", "meaning", "said", "complete", "carried_with")
        for name, words in entries.items()
        if not name.endswith("_tail")
    ]
    twice = [
        word
        for word, times in Counter(word for words in lists for word in words.split()).items()
        if times > 1
    ]
    assert not twice


def test_every_meaning_reads_a_number_that_some_form_has() -> None:
    forms = [load_form(form_id) for form_id in form_ids()]
    known = {name for form in forms for name in (*form.number_fields, *form.cells)}
    readings = {
        name
        for entries in vocabulary().meanings.values()
        for meaning in entries.values()
        for reading in meaning.readings
        for name in reading
    }
    assert readings <= known


def test_every_thing_that_is_told_of_has_a_name_to_be_read_out_by() -> None:
    assert set(vocabulary().meanings) <= set(vocabulary().said)


def test_the_longest_word_at_a_place_is_taken() -> None:
    found = vocabulary().word_at("行政处罚决定书", 0, 7)
    assert found is not None
    assert (found[0], found[1].name) == (7, "penalty")
