package dev.quipu.mutation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a {@link Command.Call} runs. */
public interface CalledCode {

    /**
     * Runs it, within the transaction of the operation.
     *
     * @param rows the entities that the call names, in its order; managed
     * @return what the caller wants to find in the {@link Result}
     * @throws dev.quipu.rule.OperationRefusedException to refuse the operation
     */
    @Nullable
    Object run(List<Object> rows) throws Exception;
}
