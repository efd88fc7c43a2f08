"""How the levels of findings look."""

import pytest

from model.levels import Level
from ui.look.icons import picture
from ui.look.levels import look_of
from ui.look.style import CONTRAST, DARK, LIGHT, Theme


@pytest.mark.parametrize("colours", [LIGHT, DARK, CONTRAST])
def test_each_level_has_an_icon_of_its_own_that_can_be_drawn(colours: Theme, qapp: object) -> None:
    looks = [look_of(level, colours) for level in Level]
    assert len({look.icon for look in looks}) == len(looks)
    assert not any(picture(look.icon, look.ink).isNull() for look in looks)


@pytest.mark.parametrize("colours", [LIGHT, DARK, CONTRAST])
def test_an_error_is_told_from_what_may_be_right_by_its_colour(colours: Theme) -> None:
    error = look_of(Level.ERROR, colours).ink
    assert error not in {look_of(level, colours).ink for level in Level if level is not Level.ERROR}
