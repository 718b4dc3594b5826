package dev.quipu.graphql.code;

import dev.quipu.domain.Order;
import dev.quipu.rule.RuleViolationException;
import dev.quipu.rule.Violation;
import dev.quipu.security.Acting;
import io.smallrye.common.annotation.NonBlocking;
import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Mutation;
import org.eclipse.microprofile.graphql.Query;

/** Operations of a class that says nothing of who may call them. */
@GraphQLApi
public class Doors {

    @Query
    public String doorUnmarked(Optional<Integer> number) {
        return "open";
    }

    @Query
    @DenyAll
    public String doorDenied() {
        return "open";
    }

    @Query
    @PermitAll
    public String doorOfAll() {
        return caller();
    }

    @Query
    @NonBlocking
    @RolesAllowed("**")
    public String doorOfMembers() {
        return caller();
    }

    @Mutation
    @RolesAllowed({"moderator", "admin"})
    public String doorOfModerators() {
        return caller();
    }

    /** It returns rows that its caller may not see. */
    @Mutation
    @RolesAllowed("moderator")
    public List<Order> doorToOrders() {
        return Order.listAll();
    }

    @Mutation
    @RolesAllowed("**")
    public List<String> doorWith(Order order) {
        return List.of(caller());
    }

    /** It fails in a transaction of its own. */
    @Mutation
    @RolesAllowed("**")
    public String doorToBankruptcy() {
        throw new RuleViolationException(List.of(new Violation(
                "User.solvent", "User", 1L, List.of("balance"), Map.of("balance", 77), "balance 77 is too little")));
    }

    private static String caller() {
        return String.valueOf(Acting.viewer() == null ? null : Acting.viewer().username());
    }
}
