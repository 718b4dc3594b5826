package dev.quipu.graphql.fetch;

import dev.quipu.account.AccountModel;
import dev.quipu.graphql.Json;
import dev.quipu.model.Model;
import dev.quipu.query.Condition;
import dev.quipu.query.Operator;
import dev.quipu.query.Selection;
import dev.quipu.security.Access;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.SelectedField;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Parts of answers about whoever asks. */
@Singleton
class ViewerAnswers {

    private static final Json NULL = new Json("null");

    private final @Nullable AccountModel accounts;
    private final Selections selections;
    private final Reads reads;
    private final CodeValues code;

    ViewerAnswers(Model model, Selections selections, Reads reads, CodeValues code) {
        this.accounts = AccountModel.of(model);
        this.selections = selections;
        this.reads = reads;
        this.code = code;
    }

    /** What is made on a worker thread. */
    <T> CompletionStage<T> later(Callable<T> answer) {
        Context context = Vertx.currentContext();
        if (context == null) {
            throw new IllegalStateException("root fields are answered within a request");
        }
        return context.executeBlocking(answer, false).toCompletionStage();
    }

    /** An object with what is selected of the type; it knows its own name. */
    static Json object(String type, DataFetchingEnvironment environment, Function<SelectedField, Json> value) {
        Map<String, @Nullable Json> parts = new LinkedHashMap<>();
        Selections.fields(type, environment.getSelectionSet())
                .forEach(field -> parts.put(
                        field.getResultKey(),
                        field.getName().equals(Selections.TYPE_NAME) ? Json.name(type) : value.apply(field)));
        return Json.object(parts);
    }

    /** The viewer's own account, as far as they may read it. */
    Json account(DataFetchingEnvironment environment, SelectedField field, Access access) {
        AccountModel model = Objects.requireNonNull(accounts, "the schema has this field only with accounts");
        Object id = access.viewer().id();
        if (id == null) {
            return NULL;
        }
        Selection selection = selections.entity(model.entity(), field.getSelectionSet());
        Condition own = new Condition.Compare(model.entity().id(), Operator.EQ, id);
        Json read = reads.now(access, (reader, session) -> reader.one(session, selection, own));
        return read == null ? NULL : new Finish(code, environment).part(field.getResultKey(), read);
    }
}
