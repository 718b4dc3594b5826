package dev.quipu.graphql.fetch;

import dev.quipu.graphql.schema.Names;
import dev.quipu.graphql.schema.Shown;
import dev.quipu.model.EntityModel;
import dev.quipu.model.ToOneAttribute;
import dev.quipu.query.GroupKey;
import dev.quipu.query.GroupOrder;
import dev.quipu.query.GroupPart;
import dev.quipu.query.Grouping;
import dev.quipu.query.MeasureCondition;
import dev.quipu.query.RefusedInputException;
import dev.quipu.query.SortDirection;
import dev.quipu.query.TimeZones;
import dev.quipu.query.Window;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the arguments of {@code groupBy}. */
final class GroupArguments {

    private final Shown shown;
    private final FilterArguments filters;
    private final WindowArguments windows;

    GroupArguments(Shown shown, FilterArguments filters, WindowArguments windows) {
        this.shown = shown;
        this.filters = filters;
        this.windows = windows;
    }

    /**
     * What is asked.
     *
     * @throws RefusedInputException if there is no key, an attribute is a key twice, or the order is by what is no key
     */
    Grouping grouping(EntityModel entity, Map<String, Object> arguments, List<GroupKey> keys, List<GroupPart> parts) {
        Window window = windows.window(arguments);
        return new Grouping(
                keys,
                having(entity, arguments.get("having")),
                orders(entity, arguments.get("orderBy"), keys),
                window.size(),
                window.offset(),
                timeZone(arguments.get("timeZone")),
                parts);
    }

    /** The keys; the same one twice is one. */
    static List<GroupKey> keys(Map<String, Object> arguments) {
        List<GroupKey> keys = new ArrayList<>();
        for (Object argument : (List<?>) FilterArguments.required(arguments.get("keys"), "keys")) {
            GroupKey key = (GroupKey) argument;
            if (keys.contains(key)) {
                continue;
            }
            keys.stream().filter(key::sameAttribute).findFirst().ifPresent(other -> {
                throw new RefusedInputException("groupBy has the keys " + other + " and " + key + ", but key."
                        + key.attribute().name() + " can hold one only; ask for the other in a groupBy of its own.");
            });
            keys.add(key);
        }
        if (keys.isEmpty()) {
            throw new RefusedInputException("groupBy.keys is empty; name a key, or ask for aggregate instead.");
        }
        return keys;
    }

    /** The key of that name within {@code key}, if it is one of them. */
    static @Nullable GroupKey named(String name, List<GroupKey> keys) {
        return keys.stream()
                .filter(key -> name.equals(
                        key.attribute() instanceof ToOneAttribute reference
                                ? Names.foreignKey(reference)
                                : key.attribute().name()))
                .findFirst()
                .orElse(null);
    }

    private @Nullable MeasureCondition having(EntityModel entity, @Nullable Object argument) {
        return argument == null ? null : filters.measures(entity, (Map<?, ?>) argument, "having");
    }

    private List<GroupOrder> orders(EntityModel entity, @Nullable Object argument, List<GroupKey> keys) {
        return argument == null
                ? List.of()
                : ((List<?>) argument)
                        .stream()
                                .map(element -> order(entity, (Map<?, ?>) element, keys))
                                .toList();
    }

    private GroupOrder order(EntityModel entity, Map<?, ?> element, List<GroupKey> keys) {
        if (!element.containsKey("key")) {
            MeasureOrder order = MeasureOrder.read(entity, element, shown);
            return new GroupOrder.ByMeasure(order.measure(), order.direction());
        }
        Map.Entry<?, ?> entry =
                ((Map<?, ?>) element.get("key")).entrySet().iterator().next();
        GroupKey key = named((String) entry.getKey(), keys);
        if (key == null) {
            throw new RefusedInputException("groupBy is ordered by key." + entry.getKey() + ", but its keys are " + keys
                    + "; add that key, or order by another.");
        }
        return new GroupOrder.ByKey(key, (SortDirection) entry.getValue());
    }

    private static String timeZone(@Nullable Object argument) {
        String name = argument == null ? "UTC" : (String) argument;
        if (!TimeZones.names().contains(name)) {
            throw new RefusedInputException(
                    "timeZone \"" + name + "\" is no IANA name of a time zone; write one as \"Europe/Berlin\".");
        }
        return name;
    }
}
