"""The least number of cells to change so that all equations hold, by the mixed-integer solver HiGHS: the judge."""

import highspy

from model.diagnosis.system import Component


def fewest_changes(component: Component) -> int:
    """Return the size of the smallest set of cells whose change, to counts ≥ 0, satisfies the component's equations."""
    solver = highspy.Highs()
    solver.setOptionValue("output_flag", False)
    most = 2 * max(component.values[key] for key in component.structure.touching) + 1_000
    changed, values = {}, {}
    for key in component.structure.touching:
        seen = component.values[key]
        changed[key] = solver.addBinary(obj=1)
        values[key] = solver.addIntegral(lb=0, ub=most)
        solver.addConstr(values[key] - seen <= most * changed[key])
        solver.addConstr(seen - values[key] <= most * changed[key])
    for equation in component.equations:
        solver.addConstr(sum(factor * values[key] for key, factor in equation.items()) == 0)
    solver.run()
    return round(float(solver.getObjectiveValue()))
