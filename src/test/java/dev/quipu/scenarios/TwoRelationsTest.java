package dev.quipu.scenarios;

import static dev.quipu.testing.verifier.RuleVerifier.change;
import static dev.quipu.testing.verifier.RuleVerifier.is;

import dev.quipu.rule.engine.history.model.TwoRelations.Department;
import dev.quipu.rule.engine.history.model.TwoRelations.Worker;
import dev.quipu.testing.verifier.RuleVerifier;
import org.junit.jupiter.api.Test;

/** Two relations from one child to one parent type. */
class TwoRelationsTest {

    @Test
    void scenario27_keepSeparateSums() {
        Department weaving = department(1, 10);
        Department dyeing = department(2, 20);
        Worker kusi = new Worker();
        kusi.id = 1L;
        kusi.worksIn = weaving;
        kusi.hours = 8L;
        try (RuleVerifier departments = RuleVerifier.of(Department.class, Worker.class)) {
            departments
                    .given(weaving, dyeing, kusi)
                    .when(change(kusi, lent -> lent.lentTo = dyeing), change(kusi, working -> working.hours = 6L))
                    .then(
                            is(kusi, "gain", 10),
                            is(weaving, "hours", 6),
                            is(weaving, "gainful", 1),
                            is(weaving, "allHours", 6),
                            is(dyeing, "guestHours", 6),
                            is(dyeing, "allHours", 6));
        }
    }

    private static Department department(long id, int rate) {
        Department department = new Department();
        department.id = id;
        department.rate = rate;
        return department;
    }
}
