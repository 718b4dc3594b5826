package dev.quipu.graphql.code;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quipu.graphql.schema.CodeField;
import dev.quipu.graphql.schema.CodeFieldReader;
import dev.quipu.graphql.schema.DerivedSchema;
import dev.quipu.model.Hidden;
import dev.quipu.model.Model;
import dev.quipu.rule.engine.Models;
import dev.quipu.testing.RuledDatabase;
import io.smallrye.graphql.schema.model.Argument;
import io.smallrye.graphql.schema.model.Execute;
import io.smallrye.graphql.schema.model.Field;
import io.smallrye.graphql.schema.model.Operation;
import io.smallrye.graphql.schema.model.OperationType;
import io.smallrye.graphql.schema.model.Reference;
import io.smallrye.graphql.schema.model.ReferenceType;
import io.smallrye.graphql.schema.model.Schema;
import io.smallrye.graphql.schema.model.Type;
import io.smallrye.graphql.schema.model.Wrapper;
import io.smallrye.graphql.schema.model.WrapperType;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.Source;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What stops the start, and what is dropped from SmallRye's model. */
class CodeProblemsTest {

    private static RuledDatabase database;
    private static Model model;

    @Entity(name = "Book")
    public static class Book {
        @Id
        public Long id;

        public String title;

        public String getShelfMark() {
            return "no intention to be a field";
        }

        @Name("label")
        public String getLongTitle() {
            return title;
        }

        @Description("the attribute itself")
        public String getTitle() {
            return title;
        }
    }

    @Hidden
    @Entity(name = "Safe")
    public static class Safe {
        @Id
        public Long id;
    }

    /** None of these can be a field; no bean, so that only this test reads it. */
    public static class Fields {

        public Map<String, String> map(@Source Book book) {
            return Map.of();
        }

        public String batch(@Source List<Book> books) {
            return "";
        }

        public String title(@Source Book book) {
            return "";
        }

        public String with(@Source Book book, Book other) {
            return "";
        }

        public Safe safe(@Source Book book) {
            return new Safe();
        }

        public String combination(@Source Safe safe) {
            return "";
        }
    }

    @BeforeAll
    static void map() {
        database = RuledDatabase.of(Book.class, Safe.class);
        model = Models.of(database.sessionFactory());
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @Test
    void readsOnlyGettersThatAreMarked() {
        assertThat(CodeFieldReader.read(model, List.of()))
                .extracting(CodeField::place)
                .containsExactly("Book.label");
    }

    @Test
    void refusesFieldsThatHaveNoPlaceAllAtOnce() {
        assertThatThrownBy(() -> CodeFieldReader.read(model, List.of(Fields.class)))
                .hasMessageContaining("API-117 Fields.batch: it takes all Books at once and returns no list.")
                .hasMessageContaining("API-110 Fields.combination: it returns or takes Safe, which is @Hidden.")
                .hasMessageContaining("API-116 Fields.map: a field of Book cannot be java.util.Map")
                .hasMessageContaining("API-116 Fields.safe: a field of Book cannot be")
                .hasMessageContaining("API-116 Fields.with: an argument of a field cannot be")
                .hasMessageContaining("API-118 Fields.title: Book has a field title already.");
    }

    @Test
    void dropsTheTypesOfEntitiesAndWhatOnlyTheyDragIn() {
        Schema schema = new Schema();
        schema.addType(type(Book.class, "Book", field("author", reference("x.Author", "Author", ReferenceType.TYPE))));
        schema.addType(type("x.Author", "Author"));
        schema.addType(type("x.Both", "Both"));
        schema.addQuery(operation("book", reference(Book.class, "Book", ReferenceType.TYPE)));
        schema.addQuery(operation("both", reference("x.Both", "Both", ReferenceType.TYPE)));

        List<CodeOperation> operations = fit(schema);

        assertThat(operations).extracting(CodeOperation::name).containsExactly("book");
        assertThat(schema.getTypes().keySet()).containsExactly("Both");
    }

    @Test
    void refusesOperationsThatCannotBeKeptAllAtOnce() {
        Schema schema = new Schema();
        Reference book = reference(Book.class, "Book", ReferenceType.TYPE);
        Reference own = reference("x.Own", "Own", ReferenceType.TYPE);
        schema.addType(type("x.Own", "Own", field("best", book)));
        schema.addType(type("y.BookFilter", "BookFilter"));
        schema.addQuery(operation("own", own));
        schema.addQuery(operation("filter", reference("y.BookFilter", "BookFilter", ReferenceType.TYPE)));
        schema.addQuery(operation("safe", reference(Safe.class, "Safe", ReferenceType.TYPE)));
        Operation nested = operation("nested", book);
        Wrapper list = new Wrapper(WrapperType.COLLECTION, "java.util.List");
        list.setWrapper(new Wrapper(WrapperType.COLLECTION, "java.util.List"));
        nested.setWrapper(list);
        schema.addQuery(nested);
        Operation taking = operation("taking", own);
        taking.addArgument(
                new Argument("book", "book", "book", "book", reference(Book.class, "BookInput", ReferenceType.INPUT)));
        schema.addMutation(taking);
        schema.addSubscription(operation("told", book));

        assertThatThrownBy(() -> fit(schema))
                .hasMessageContaining("API-110 safe: it returns or takes Safe, which is @Hidden.")
                .hasMessageContaining("API-111 Own.best: Book is an entity")
                .hasMessageContaining("API-112 told: ")
                .hasMessageContaining("API-113 nested: what it returns is in a java.util.List.")
                .hasMessageContaining("API-114 taking: it takes entities and returns Own.")
                .hasMessageContaining("API-115 y.BookFilter: the derived schema has a type BookFilter already.");
    }

    private static List<CodeOperation> fit(Schema schema) {
        return CodeFirstModel.fit(schema, model, new DerivedSchema(model, List.of()).types());
    }

    private static Operation operation(String name, Reference returned) {
        return new Operation("x.Api", name, name, name, returned, OperationType.QUERY, Execute.DEFAULT);
    }

    private static Field field(String name, Reference reference) {
        return new Field(name, name, name, reference);
    }

    private static Type type(Class<?> javaType, String name, Field... fields) {
        return type(javaType.getName(), name, fields);
    }

    private static Type type(String javaType, String name, Field... fields) {
        Type type = new Type(javaType, name, null);
        type.setType(ReferenceType.TYPE);
        for (Field field : fields) {
            type.addField(field);
        }
        return type;
    }

    private static Reference reference(Class<?> javaType, String name, ReferenceType kind) {
        return reference(javaType.getName(), name, kind);
    }

    private static Reference reference(String javaType, String name, ReferenceType kind) {
        Reference reference = new Reference();
        reference.setClassName(javaType);
        reference.setName(name);
        reference.setType(kind);
        return reference;
    }
}
