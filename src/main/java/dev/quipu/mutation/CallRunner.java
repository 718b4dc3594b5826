package dev.quipu.mutation;

import dev.quipu.mutation.Command.Call;
import dev.quipu.mutation.Refusal.BadInput;
import dev.quipu.mutation.Refusal.ConstraintViolation;
import dev.quipu.mutation.Refusal.Place;
import dev.quipu.rule.OperationRefusedException;
import jakarta.validation.ConstraintViolationException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Runs code that is a command. */
final class CallRunner {

    private final Attempt attempt;
    private final RowFinder finder;

    CallRunner(Attempt attempt, RowFinder finder) {
        this.attempt = attempt;
        this.finder = finder;
    }

    /** What code returned, be it null. */
    record Returned(@Nullable Object value) {}

    Supplier<Result> run(Call call) {
        List<Object> rows = new ArrayList<>();
        for (RowKey key : call.rows()) {
            Object row = finder.require(key);
            if (row != null) {
                rows.add(row);
            }
        }
        if (attempt.hasPending() && attempt.refusalCount() == 0) {
            attempt.flush(); // code sees nothing that may not be, and may flush itself
        }
        // what it would see or flush would be half of an operation that cannot happen any more
        if (attempt.refusalCount() > 0) {
            attempt.passedOver();
            return () -> new Result(call, new Returned(null));
        }
        Returned returned = run(call, rows);
        return () -> new Result(call, returned);
    }

    private Returned run(Call call, List<Object> rows) {
        try {
            Returned returned = new Returned(call.code().run(rows));
            finder.forget();
            return returned;
        } catch (Exception e) {
            RuntimeException failure = e instanceof RuntimeException unchecked ? unchecked : new CodeFailedException(e);
            OperationRefusedException refused = Causes.find(failure, OperationRefusedException.class);
            ConstraintViolationException arguments = Causes.find(failure, ConstraintViolationException.class);
            if (refused != null) {
                attempt.refuse(refusal(attempt.place(call.path()), refused));
            } else if (arguments != null
                    && arguments.getConstraintViolations().stream().noneMatch(this::isOfRow)) {
                arguments.getConstraintViolations().forEach(violation -> attempt.refuse(argument(call, violation)));
            } else {
                throw failure;
            }
            return new Returned(null);
        }
    }

    static Refusal refusal(@Nullable Place place, OperationRefusedException refused) {
        return new ConstraintViolation(
                place, null, null, null, List.of(), Map.of(), String.valueOf(refused.getMessage()));
    }

    private boolean isOfRow(jakarta.validation.ConstraintViolation<?> violation) {
        return attempt.model().entities().stream()
                .anyMatch(entity -> entity.javaType().isInstance(violation.getRootBean()));
    }

    private Refusal argument(Call call, jakarta.validation.ConstraintViolation<?> violation) {
        String argument = "";
        for (var node : violation.getPropertyPath()) {
            argument = node.getName();
        }
        return new BadInput(attempt.place(call.path()), argument + " " + violation.getMessage());
    }

    /** Code threw a checked exception, which is none for the client. */
    private static final class CodeFailedException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        CodeFailedException(Exception cause) {
            super(cause);
        }
    }
}
