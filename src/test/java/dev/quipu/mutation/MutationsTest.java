package dev.quipu.mutation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.quipu.model.EntityModel;
import dev.quipu.model.Model;
import dev.quipu.mutation.AttributeWrite.Value;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
class MutationsTest {

    @Inject
    Mutations mutations;

    @Inject
    Model model;

    @Test
    void createsChangesAndRemovesARow() {
        EntityModel product = model.entity("Product");
        Object id = run(new Command.Create(path(), row(product, Map.of("name", "Chai", "unitPrice", new BigDecimal("18"))))).get(0).id();
        run(update(product, id, null, Map.of("unitPrice", new BigDecimal("19.5"))));
        System.out.println(run(update(product, id, 1, Map.of("unitsReceived", 4))));
        var e = catchThrowableOfType(MutationRefusedException.class, () -> run(update(product, id, 1, Map.of("unitsReceived", 4))));
        System.out.println(e.refusals());
        e = catchThrowableOfType(MutationRefusedException.class, () -> run(new Command.Create(path(), row(product, Map.of("name", "Chai", "unitPrice", new BigDecimal("18"))))));
        System.out.println(e.refusals());
        e = catchThrowableOfType(MutationRefusedException.class, () -> run(new Command.Create(path(), row(product, Map.of("name", "Cha", "unitPrice", new BigDecimal("-18"))))));
        System.out.println(e.refusals());
        e = catchThrowableOfType(MutationRefusedException.class, () -> run(new Command.Create(path(), row(product, Map.of("unitPrice", new BigDecimal("-18.123"))))));
        System.out.println(e.refusals());
        run(new Command.Delete(path(), new RowTarget(RowKey.ofId(product, id, path()), null)));
        e = catchThrowableOfType(MutationRefusedException.class, () -> run(new Command.Delete(path(), new RowTarget(RowKey.ofId(product, id, path()), null))));
        System.out.println(e.refusals());
    }

    private List<Result> run(Command... commands) {
        return mutations.run(List.of(commands), (session, results) -> results);
    }

    private static Command update(EntityModel entity, Object id, Integer version, Map<String, Object> values) {
        return new Command.Update(path(), new RowTarget(RowKey.ofId(entity, id, path()), version == null ? null : new RowTarget.SeenVersion(version, path())), row(entity, values));
    }

    private static InputPath path() {
        return InputPath.of("input");
    }

    private static RowWrite row(EntityModel entity, Map<String, Object> values) {
        Map<String, AttributeWrite> writes = new LinkedHashMap<>();
        values.forEach((name, value) -> writes.put(name, new Value(path().then(name), value)));
        return new RowWrite(entity, path(), writes);
    }
}
