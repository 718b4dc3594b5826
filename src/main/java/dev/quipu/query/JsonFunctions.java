package dev.quipu.query;

import java.util.List;
import java.util.function.BiConsumer;
import org.hibernate.boot.model.FunctionContributions;
import org.hibernate.boot.model.FunctionContributor;
import org.hibernate.metamodel.model.domain.ReturnableType;
import org.hibernate.query.sqm.function.AbstractSqmSelfRenderingFunctionDescriptor;
import org.hibernate.query.sqm.function.FunctionKind;
import org.hibernate.query.sqm.function.NamedSqmFunctionDescriptor;
import org.hibernate.query.sqm.function.SqmFunctionRegistry;
import org.hibernate.query.sqm.produce.function.StandardFunctionReturnTypeResolvers;
import org.hibernate.sql.ast.SqlAstNodeRenderingMode;
import org.hibernate.sql.ast.SqlAstTranslator;
import org.hibernate.sql.ast.spi.SqlAppender;
import org.hibernate.sql.ast.tree.SqlAstNode;
import org.hibernate.type.BasicType;
import org.hibernate.type.BasicTypeRegistry;
import org.hibernate.type.StandardBasicTypes;

/**
 * The HQL functions that the compiler writes. Hibernate's own JSON functions lose the order of keys, and these declare their
 * result type, which else would be derived anew at each execution.
 *
 * <p>Every call but an aggregate's ends in a {@code 0} that is not rendered: Hibernate takes a parameter anywhere within a function's last argument
 * for a list of values, and never caches the translation of such a query.
 */
public final class JsonFunctions implements FunctionContributor {

    @Override
    public void contributeFunctions(FunctionContributions contributions) {
        SqmFunctionRegistry registry = contributions.getFunctionRegistry();
        BasicTypeRegistry types = contributions.getTypeConfiguration().getBasicTypeRegistry();
        BasicType<?> text = types.resolve(StandardBasicTypes.STRING);
        BasicType<?> truth = types.resolve(StandardBasicTypes.BOOLEAN);
        BasicType<?> day = types.resolve(StandardBasicTypes.LOCAL_DATE);
        BasicType<?> moment = types.resolve(StandardBasicTypes.INSTANT);
        BasicType<?> number = types.resolve(StandardBasicTypes.BIG_DECIMAL);
        register(registry, "jo", text, JsonObjectRendering::render);
        template(registry, "jl", text, "json_build_array(", ", ", ")");
        template(registry, "ja", text, "array_to_json(array(", ", ", "))");
        template(
                registry,
                "ja_backwards",
                text,
                "array_to_json(array(select e from unnest(array(",
                ", ",
                ")) with ordinality as r(e, n) order by n desc))");
        register(registry, "either_json", text, (sql, arguments) -> {
            sql.append("case when ");
            arguments.get(0).run();
            sql.append(" then to_json(");
            arguments.get(1).run();
            sql.append(") else to_json(cast(");
            arguments.get(2).run();
            sql.append(" as text)) end");
        });
        register(registry, "coalesce_json", text, (sql, arguments) -> {
            sql.append("coalesce(");
            arguments.get(0).run();
            sql.append(", to_json(cast(");
            arguments.get(1).run();
            sql.append(" as text)))");
        });
        template(registry, "last_of", text, "(select e[array_upper(e, 1)] from (select array(", ", ", ")) as r(e))");
        template(registry, "base64", text, "translate(encode(", ", ", ", 'base64'), chr(10), '')");
        template(registry, "opaque", text, "translate(encode(convert_to(", ", ", ", 'UTF8'), 'base64'), chr(10), '')");
        template(
                registry,
                "opaque_list",
                text,
                "translate(encode(convert_to(cast(json_build_array(",
                ", ",
                ") as text), 'UTF8'), 'base64'), chr(10), '')");
        template(registry, "utc", text, "(to_json(", ", ", " at time zone 'UTC') #>> '{}' || 'Z')");
        template(registry, "date_bucket", day, "cast(date_trunc(", ", ", ") as date)");
        template(registry, "time_bucket", moment, "date_trunc(", ", ", ")");
        aggregate(registry, "exact_sum", number, "sum");
        aggregate(registry, "exact_avg", number, "avg");
        template(registry, "among", truth, "", " = any(", ")");
        template(registry, "json_holds", truth, "", " @> cast(", " as jsonb)");
        template(registry, "json_held", truth, "", " <@ cast(", " as jsonb)");
        template(registry, "json_has_key", truth, "jsonb_exists(", ", ", ")");
        template(registry, "json_has_any", truth, "jsonb_exists_any(", ", ", ")");
        template(registry, "json_has_all", truth, "jsonb_exists_all(", ", ", ")");
        template(registry, "json_matches", truth, "", " @@ cast(", " as jsonpath)");
    }

    /** An aggregate of PostgreSQL's under a name of its own: Hibernate calls the sum of integers a long, their average a double. */
    private static void aggregate(SqmFunctionRegistry registry, String name, BasicType<?> result, String function) {
        registry.register(
                name,
                new NamedSqmFunctionDescriptor(
                        function,
                        true,
                        null,
                        StandardFunctionReturnTypeResolvers.invariant(result),
                        null,
                        name,
                        FunctionKind.AGGREGATE,
                        null,
                        SqlAstNodeRenderingMode.DEFAULT));
    }

    private static void template(
            SqmFunctionRegistry registry,
            String name,
            BasicType<?> result,
            String before,
            String between,
            String after) {
        register(registry, name, result, (sql, arguments) -> {
            sql.append(before);
            String separator = "";
            for (Runnable argument : arguments) {
                sql.append(separator);
                argument.run();
                separator = between;
            }
            sql.append(after);
        });
    }

    private static void register(
            SqmFunctionRegistry registry,
            String name,
            BasicType<?> result,
            BiConsumer<SqlAppender, List<Runnable>> rendering) {
        registry.register(
                name,
                new AbstractSqmSelfRenderingFunctionDescriptor(
                        name, null, StandardFunctionReturnTypeResolvers.invariant(result), null) {
                    @Override
                    public void render(
                            SqlAppender sql,
                            List<? extends SqlAstNode> arguments,
                            ReturnableType<?> returnType,
                            SqlAstTranslator<?> translator) {
                        rendering.accept(sql, withoutLast(arguments, translator));
                    }
                });
    }

    private static List<Runnable> withoutLast(List<? extends SqlAstNode> arguments, SqlAstTranslator<?> translator) {
        return arguments.subList(0, arguments.size() - 1).stream()
                .<Runnable>map(argument -> () -> argument.accept(translator))
                .toList();
    }
}
