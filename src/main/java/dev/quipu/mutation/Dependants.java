package dev.quipu.mutation;

import dev.quipu.model.EntityModel;
import dev.quipu.model.Model;
import dev.quipu.model.ToManyAttribute;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;

/** Whose rows are deleted along with other rows. */
record Dependants(Model model) {

    /** The entities whose rows are deleted with a row of that one. */
    Set<EntityModel> of(EntityModel entity) {
        return entity.toManys()
                .filter(ToManyAttribute::removeCascades)
                .map(collection -> model.entity(collection.target()))
                .collect(Collectors.toSet());
    }

    /** The same and the entities whose rows go with those, and so on. */
    Set<EntityModel> all(EntityModel entity) {
        Set<EntityModel> all = new HashSet<>(of(entity));
        while (all.addAll(all.stream().flatMap(one -> of(one).stream()).collect(Collectors.toSet()))) {
            // until nothing more goes with them
        }
        return all;
    }
}
