package dev.quipu.graphql.schema;

import dev.quipu.graphql.schema.CodeField.Origin;
import dev.quipu.model.EntityModel;
import dev.quipu.model.Model;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Source;
import org.jspecify.annotations.Nullable;

/**
 * Finds the fields of entities that code computes: getters of an entity with {@code @Name} or {@code @Description}, and methods of API
 * classes with {@code @Source}. Other getters stay out: an entity has many that are no part of an API.
 */
public final class CodeFieldReader {

    private static final Pattern GETTER = Pattern.compile("(?:get|is)(\\p{Lu}.*)");

    /** Of what a field may be, an argument may not: the scalars give other Java types for these. */
    private static final Set<String> NO_ARGUMENTS = Set.of("java.time.OffsetDateTime", "[B");

    private final Shown shown;
    private final JavaTypes types;
    private final List<CodeField> fields = new ArrayList<>();
    private final List<String> problems = new ArrayList<>();

    private CodeFieldReader(Model model) {
        this.shown = new Shown(model);
        this.types = new JavaTypes(shown);
    }

    /**
     * All of them.
     *
     * @param apis the classes with {@code @GraphQLApi}
     * @throws IllegalStateException with all that have no place in the schema
     */
    public static List<CodeField> read(Model model, Collection<Class<?>> apis) {
        CodeFieldReader reader = new CodeFieldReader(model);
        reader.shown.entities().forEach(reader::getters);
        apis.forEach(reader::sources);
        if (!reader.problems.isEmpty()) {
            throw new IllegalStateException(String.join("\n", reader.problems));
        }
        return reader.fields;
    }

    private void getters(EntityModel entity) {
        methods(entity.javaType())
                .filter(method ->
                        method.isAnnotationPresent(Name.class) || method.isAnnotationPresent(Description.class))
                .filter(method -> method.getParameterCount() == 0)
                .filter(method -> entity.attribute(name(method)) == null)
                .forEach(method -> add(entity, method, Origin.GETTER, method.getAnnotatedReturnType(), -1));
    }

    private void sources(Class<?> api) {
        methods(api).forEach(method -> {
            Parameter[] parameters = method.getParameters();
            for (int i = 0; i < parameters.length; i++) {
                if (parameters[i].isAnnotationPresent(Source.class)) {
                    source(method, parameters[i].getAnnotatedType(), i);
                }
            }
        });
    }

    private void source(Method method, AnnotatedType taken, int position) {
        AnnotatedType element = JavaTypes.element(taken);
        Class<?> innermost = JavaTypes.innermost(taken);
        EntityModel entity = types.entity(innermost);
        if (entity == null) {
            refuseHidden(method, innermost); // else a type of the application's own, which is SmallRye's business
            return;
        }
        AnnotatedType returned = method.getAnnotatedReturnType();
        if (element == null) {
            add(entity, method, Origin.SOURCE, returned, position);
            return;
        }
        AnnotatedType value = JavaTypes.element(returned);
        if (value == null) {
            problems.add("API-117 " + place(method) + ": it takes all " + entity.name()
                    + "s at once and returns no list. Return a List with one value for each, in their order.");
        } else {
            add(entity, method, Origin.BATCH, value, position);
        }
    }

    private void refuseHidden(Method method, @Nullable Class<?> type) {
        shown.model().entities().stream()
                .filter(entity -> entity.javaType() == type)
                .forEach(entity -> problems.add("API-110 " + place(method) + ": it returns or takes " + entity.name()
                        + ", which is @Hidden. Return or take something else, or show the entity."));
    }

    private void add(EntityModel entity, Method method, Origin origin, AnnotatedType returned, int source) {
        List<CodeField.Parameter> parameters = new ArrayList<>();
        for (int i = 0; i < method.getParameterCount(); i++) {
            parameters.add(
                    i == source ? new CodeField.Parameter(null, "") : parameter(method, method.getParameters()[i]));
        }
        String type = types.text(returned);
        if (type == null || type.startsWith("[[")) {
            problems.add(
                    "API-116 " + place(method) + ": a field of " + entity.name() + " cannot be "
                            + returned.getType().getTypeName()
                            + ". Let it be a String, a number, a boolean, a date or time, JSON, an enum or a shown entity, alone or in a list.");
            return;
        }
        boolean required = origin != Origin.BATCH && method.isAnnotationPresent(NonNull.class) && !type.endsWith("!");
        String name = name(method);
        if (shown.attributes(entity).anyMatch(attribute -> attribute.name().equals(name))
                || fields.stream()
                        .anyMatch(field ->
                                field.entity().equals(entity) && field.name().equals(name))) {
            problems.add("API-118 " + place(method) + ": " + entity.name() + " has a field " + name
                    + " already. Call this one otherwise, with @Name.");
            return;
        }
        fields.add(new CodeField(
                entity,
                name,
                description(method),
                method,
                origin,
                required ? type + "!" : type,
                types.entity(JavaTypes.innermost(returned)),
                parameters));
    }

    private CodeField.Parameter parameter(Method method, Parameter parameter) {
        Class<?> innermost = JavaTypes.innermost(parameter.getAnnotatedType());
        String type = types.text(parameter.getAnnotatedType());
        boolean list = JavaTypes.element(parameter.getAnnotatedType()) == null || parameter.getType() == List.class;
        if (type == null
                || innermost == null
                || !list
                || types.entity(innermost) != null
                || NO_ARGUMENTS.contains(innermost.getName())) {
            problems.add(
                    "API-116 " + place(method) + ": an argument of a field cannot be "
                            + parameter.getParameterizedType().getTypeName()
                            + ". Let it be a String, a number, a boolean, a LocalDate, an Instant or an enum, alone or in a List.");
            return new CodeField.Parameter("", "");
        }
        Name name = parameter.getAnnotation(Name.class);
        boolean required = parameter.isAnnotationPresent(NonNull.class) && !type.endsWith("!");
        return new CodeField.Parameter(name == null ? parameter.getName() : name.value(), required ? type + "!" : type);
    }

    private static String name(Method method) {
        Name name = method.getAnnotation(Name.class);
        if (name != null) {
            return name.value();
        }
        Matcher getter = GETTER.matcher(method.getName());
        return getter.matches() ? Names.lowerFirst(getter.group(1)) : method.getName();
    }

    private static @Nullable String description(AnnotatedElement method) {
        Description description = method.getAnnotation(Description.class);
        return description == null ? null : description.value();
    }

    private static String place(Method method) {
        return method.getDeclaringClass().getSimpleName() + "." + method.getName();
    }

    /** In an order that does not depend on the virtual machine. */
    private static Stream<Method> methods(Class<?> type) {
        return Stream.of(type.getMethods())
                .filter(method -> !method.isBridge() && !Modifier.isStatic(method.getModifiers()))
                .sorted(Comparator.comparing(Method::getName).thenComparing(Method::toString));
    }
}
