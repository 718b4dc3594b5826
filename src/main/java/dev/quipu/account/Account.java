package dev.quipu.account;

import static java.lang.annotation.ElementType.TYPE;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/**
 * Says that the rows of an entity are accounts, with which people log in. One entity at most; without one the API has no login.
 *
 * <pre>{@code
 * @Entity
 * @Account
 * public class User extends PanacheEntity {
 *     @Column(nullable = false, unique = true) public String username;
 *     @Hidden @Column(length = 128, updatable = false) public String passwordHash;
 *     @Hidden @Column(nullable = false, updatable = false) public int tokenVersion;
 *     @ManyToOne public Role role;
 *     public boolean active = true;
 * }
 * }</pre>
 *
 * <p>Hash and token version are not {@code updatable}: a session that loaded the row before a logout or a change of the password
 * would write the old values back. They are hidden, and only this package changes them.
 */
@Retention(RUNTIME)
@Target(TYPE)
public @interface Account {

    /** A text that is unique and never null. */
    String username() default "username";

    /** A text of at least 97 characters; null while nobody can log in. */
    String passwordHash() default "passwordHash";

    /** A number; raising it ends all sessions of the account. */
    String tokenVersion() default "tokenVersion";

    /** The names of the account's roles: an attribute, or one of a related entity. */
    String roles() default "role.name";

    /** Whether the account may log in, and act; empty if all may. */
    String active() default "active";
}
