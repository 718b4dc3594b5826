package dev.quipu.domain;

import dev.quipu.rule.OperationRefusedException;
import jakarta.annotation.security.RolesAllowed;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Mutation;

/** What happens to an order when it leaves the house. */
@GraphQLApi
public class Shipping {

    @Mutation
    @RolesAllowed("admin")
    @Description("Ships an order today: it no longer weighs on its customer's balance, and its items leave the stock.")
    public Order shipOrder(Order order) {
        if (order.shippedOn != null) {
            throw new OperationRefusedException("Order " + order.id + " was shipped on " + order.shippedOn);
        }
        if (order.items.isEmpty()) {
            throw new OperationRefusedException("Order " + order.id + " has no items");
        }
        order.shippedOn = LocalDate.now(ZoneOffset.UTC);
        return order;
    }
}
