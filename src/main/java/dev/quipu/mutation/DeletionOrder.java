package dev.quipu.mutation;

import dev.quipu.model.EntityModel;
import dev.quipu.model.Model;
import dev.quipu.mutation.Command.Delete;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The order in which commands are carried out: that of the request, but among deletions that follow each other, rows leave before
 * those that they refer to. Hibernate deletes in the order in which it is told.
 */
record DeletionOrder(Model model) {

    /** The positions of the commands. */
    List<Integer> of(List<Command> commands) {
        List<Integer> order =
                new ArrayList<>(IntStream.range(0, commands.size()).boxed().toList());
        for (int i = 1; i < order.size(); i++) {
            for (int j = i; j > 0 && comesBefore(commands.get(order.get(j)), commands.get(order.get(j - 1))); j--) {
                order.add(j - 1, order.remove(j));
            }
        }
        return order;
    }

    private boolean comesBefore(Command later, Command earlier) {
        return later instanceof Delete
                && earlier instanceof Delete
                && refer(later.entity(), earlier.entity())
                && !refer(earlier.entity(), later.entity());
    }

    /** Whether rows of the entity, or what goes with them, may refer to the target. */
    private boolean refer(EntityModel entity, EntityModel target) {
        return Stream.concat(Stream.of(entity), new Dependants(model).all(entity).stream())
                .flatMap(EntityModel::toOnes)
                .anyMatch(reference -> reference.target().equals(target.name()));
    }
}
