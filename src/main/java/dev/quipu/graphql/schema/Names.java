package dev.quipu.graphql.schema;

import dev.quipu.model.AttributeModel;
import dev.quipu.model.EntityModel;
import dev.quipu.model.ToOneAttribute;
import dev.quipu.model.UniqueKey;
import java.util.stream.Collectors;

/**
 * Every name that the API derives from an entity; clients rely on them.
 *
 * <pre>{@code Names.plural(orderItem) // "orderItems"}</pre>
 */
public final class Names {

    /** The field of every entity that holds its opaque, globally unique id. */
    public static final String NODE_ID = "nodeId";

    /** The field of every payload that lists the other rows that the rules changed. */
    public static final String AFFECTED = "affected";

    /** The directive that lets a mutation happen without consequences. */
    public static final String PREVIEW = "preview";

    /** The directive that asks what the rules did. */
    public static final String EXPLAIN = "explain";

    private Names() {}

    // ---- the entity itself ----

    public static String type(EntityModel entity) {
        return entity.name();
    }

    /** {@code orderItem}: the query for one, and the entity's name within payloads. */
    public static String field(EntityModel entity) {
        return lowerFirst(entity.name());
    }

    /** {@code orderItems}: the query for many. */
    public static String plural(EntityModel entity) {
        return Plural.of(field(entity));
    }

    /** {@code userByUsername}, {@code priceByProductAndDay}. */
    public static String byKey(EntityModel entity, UniqueKey key) {
        return field(entity) + "By"
                + key.attributes().stream().map(Names::upperFirst).collect(Collectors.joining("And"));
    }

    /** {@code customerId}: the field and the input that stand for the reference's foreign key. */
    public static String foreignKey(ToOneAttribute reference) {
        return reference.name() + "Id";
    }

    // ---- reading ----

    public static String connection(EntityModel entity) {
        return entity.name() + "Connection";
    }

    public static String edge(EntityModel entity) {
        return entity.name() + "Edge";
    }

    public static String filter(EntityModel entity) {
        return entity.name() + "Filter";
    }

    public static String listFilter(EntityModel entity) {
        return entity.name() + "ListFilter";
    }

    public static String orderBy(EntityModel entity) {
        return entity.name() + "OrderBy";
    }

    // ---- many rows together ----

    public static String aggregate(EntityModel entity) {
        return entity.name() + "Aggregate";
    }

    public static String countDistinct(EntityModel entity) {
        return entity.name() + "CountDistinct";
    }

    public static String sum(EntityModel entity) {
        return entity.name() + "Sum";
    }

    public static String average(EntityModel entity) {
        return entity.name() + "Avg";
    }

    /** {@code OrderMinMax}: what the smallest and the largest values are told in. */
    public static String extremes(EntityModel entity) {
        return entity.name() + "MinMax";
    }

    /** {@code OrderAggregateFilter} from {@code OrderAggregate}: what compares such values. */
    public static String filterOf(String type) {
        return type + "Filter";
    }

    /** {@code OrderAggregateOrderBy} from {@code OrderAggregate}: what orders by such values. */
    public static String orderByOf(String type) {
        return type + "OrderBy";
    }

    public static String group(EntityModel entity) {
        return entity.name() + "Group";
    }

    /** {@code OrderGroupKey}: by what rows can be grouped. */
    public static String groupKey(EntityModel entity) {
        return group(entity) + "Key";
    }

    /** {@code OrderGroupKeyValue}: what the rows of a group have in common. */
    public static String groupKeyValue(EntityModel entity) {
        return groupKey(entity) + "Value";
    }

    /** {@code OrderStatusFilter}: the comparisons of an enum or scalar. */
    public static String comparison(String valueType) {
        return valueType + "Filter";
    }

    /** {@code DecimalRange}: the operand of {@code between}. */
    public static String range(String valueType) {
        return valueType + "Range";
    }

    // ---- writing ----

    public static String create(EntityModel entity) {
        return entity.name() + "Create";
    }

    public static String patch(EntityModel entity) {
        return entity.name() + "Patch";
    }

    public static String key(EntityModel entity) {
        return entity.name() + "Key";
    }

    public static String connectOrCreate(EntityModel entity) {
        return entity.name() + "ConnectOrCreate";
    }

    /** {@code OrderItemUpdate}: one element of a nested {@code update}. */
    public static String nestedUpdate(EntityModel element) {
        return element.name() + "Update";
    }

    public static String nestedUpsert(EntityModel element) {
        return element.name() + "Upsert";
    }

    public static String nestedDelete(EntityModel element) {
        return element.name() + "Delete";
    }

    /** {@code OrderCustomerWrite}: what may stand under a reference in a create or patch. */
    public static String write(EntityModel entity, AttributeModel reference) {
        return entity.name() + upperFirst(reference.name()) + "Write";
    }

    /** {@code OrderItemsCreateWrite}: what may stand under a collection in a create. */
    public static String createWrite(EntityModel entity, AttributeModel collection) {
        return entity.name() + upperFirst(collection.name()) + "CreateWrite";
    }

    /** {@code OrderItemsPatchWrite}: what may stand under a collection in a patch. */
    public static String patchWrite(EntityModel entity, AttributeModel collection) {
        return entity.name() + upperFirst(collection.name()) + "PatchWrite";
    }

    /** {@code createOrder} from {@code create}. */
    public static String mutation(String verb, EntityModel entity) {
        return verb + entity.name();
    }

    /** {@code createOrders} from {@code create}. */
    public static String bulkMutation(String verb, EntityModel entity) {
        return verb + upperFirst(plural(entity));
    }

    /** {@code CreateOrderInput} from {@code createOrder}. */
    public static String input(String mutation) {
        return upperFirst(mutation) + "Input";
    }

    /** {@code CreateOrderPayload} from {@code createOrder}. */
    public static String payload(String mutation) {
        return upperFirst(mutation) + "Payload";
    }

    static String lowerFirst(String name) {
        return Character.toLowerCase(name.charAt(0)) + name.substring(1);
    }

    static String upperFirst(String name) {
        return Character.toUpperCase(name.charAt(0)) + name.substring(1);
    }
}
