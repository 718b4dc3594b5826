package dev.quipu.mutation;

import dev.quipu.model.EntityModel;
import dev.quipu.mutation.Refusal.Forbidden;
import dev.quipu.mutation.Refusal.Place;
import dev.quipu.query.GrantedRows;
import dev.quipu.security.Action;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Rows of an attempt that are to be judged: all that must meet the same in one statement. */
final class Demands {

    private final Attempt attempt;
    private final boolean settled;
    private final RowState state;
    private final Map<String, Judged> all = new LinkedHashMap<>();

    /** @param settled whether rows are judged as the attempt leaves them: those that it removes are not */
    Demands(Attempt attempt, boolean settled) {
        this.attempt = attempt;
        this.settled = settled;
        this.state = new RowState(attempt.session());
    }

    private record Judged(Demand demand, List<Row> rows) {}

    private record Row(Object entity, Place place) {}

    void add(Demand demand, Object row, Place place) {
        all.computeIfAbsent(demand.key(), key -> new Judged(demand, new ArrayList<>()))
                .rows()
                .add(new Row(row, place));
    }

    boolean about(Set<EntityModel> entities) {
        return all.values().stream()
                .anyMatch(judged -> entities.contains(judged.demand().entity()));
    }

    /** Refuses what is not met, and is done with it. */
    void judge() {
        List<Judged> now = List.copyOf(all.values());
        all.clear();
        now.forEach(this::judge);
    }

    /** Refuses what is not met by now; it has to be met later, too. */
    void judgeSoFar() {
        List.copyOf(all.values()).forEach(this::judge);
    }

    private void judge(Judged judged) {
        Demand demand = judged.demand();
        List<Row> rows = judged.rows().stream()
                .filter(row -> !settled || attempt.session().contains(row.entity()))
                .toList();
        if (rows.isEmpty()) {
            return;
        }
        Set<Object> met = new GrantedRows(attempt.session(), attempt.access())
                .among(
                        demand.granted(),
                        rows.stream().map(row -> id(demand, row)).collect(Collectors.toSet()));
        rows.stream()
                .filter(row -> !met.contains(id(demand, row)))
                .collect(Collectors.groupingBy(
                        Row::place,
                        LinkedHashMap::new,
                        Collectors.mapping(row -> id(demand, row), Collectors.toList())))
                .forEach((place, ids) -> refuse(demand, place, ids));
    }

    private Object id(Demand demand, Row row) {
        return state.storedId(demand.entity(), row.entity());
    }

    /** One refusal for each place in the request, however many rows are written there. */
    private void refuse(Demand demand, Place place, List<Object> ids) {
        String first = demand.of(demand.action() == Action.CREATE ? null : ids.get(0));
        int others = ids.size() - 1;
        attempt.refuse(Forbidden.of(place, others == 0 ? first : first + ", and " + others + " more,"));
    }
}
