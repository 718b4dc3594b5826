package dev.quipu.security;

import static java.lang.annotation.ElementType.FIELD;
import static java.lang.annotation.ElementType.TYPE;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/**
 * Lets roles do something with the rows of an entity. What no grant allows is denied; several grants add up.
 *
 * <p>On an entity a grant is about rows, and about those attributes that it names. On an attribute it is about that attribute alone, of
 * rows that a grant on the entity allows. So an attribute that nobody has thought of is closed:
 *
 * <pre>{@code
 * @Entity
 * @Grant(roles = "admin", attributes = Grant.ALL)
 * @Grant(roles = Grant.SIGNED_IN, actions = READ, attributes = {"author", "body"})
 * @Grant(roles = "user", actions = {CREATE, UPDATE, DELETE}, where = "author.id = viewer.id", attributes = {"author", "body"})
 * public class Post extends PanacheEntity { .. }
 * }</pre>
 *
 * <ul>
 *   <li>A row that may not be read does not exist: it is null, in no list, in no sum, and naming it is {@code NOT_FOUND}.
 *   <li>With a row come its id and version. A collection is readable where the elements and their reference to the owner are.
 *   <li>An attribute that may not be read in a row is null there. Where the schema allows no null, and where the role may never read it,
 *       asking for it is {@code FORBIDDEN}.
 *   <li>A row is written if it meets the grant before and after: nobody gives away what is theirs to write only while they have it.
 *   <li>What is removed along with a row, by a cascade, needs no grant of its own; what rules derive needs none either.
 * </ul>
 *
 * <p>After Hasura's permissions and PostgreSQL's row security: a filter for rows and a list of columns, for each role and action.
 */
@Repeatable(Grant.List.class)
@Retention(RUNTIME)
@Target({TYPE, FIELD})
public @interface Grant {

    /** Whoever has logged in, whatever their roles are. */
    String SIGNED_IN = "*";

    /** Every attribute, those to come included. */
    String ALL = "*";

    /** The names of roles, or {@link #SIGNED_IN}. */
    String[] roles();

    Action[] actions() default {Action.READ, Action.CREATE, Action.UPDATE, Action.DELETE, Action.RESTORE};

    /**
     * Which rows, in HQL, as in rules; {@code viewer.id} and {@code viewer.username} tell who asks. Empty for all rows. Beyond
     * comparisons, {@code and}, {@code or} and {@code not} the row's attributes are qualified: {@code exists (select 1 from Member m
     * where m.team = this.team and m.user.id = viewer.id)}.
     */
    String where() default "";

    /** On an entity: the attributes that may be read and written in such rows, or {@link #ALL}. */
    String[] attributes() default {};

    /** Several grants. */
    @Retention(RUNTIME)
    @Target({TYPE, FIELD})
    @interface List {
        Grant[] value();
    }
}
