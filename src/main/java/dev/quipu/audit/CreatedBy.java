package dev.quipu.audit;

import static java.lang.annotation.ElementType.FIELD;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import dev.quipu.model.Stamp;
import dev.quipu.model.StampBinder;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;
import org.hibernate.annotations.AttributeBinderType;

/**
 * The attribute says who inserted the row: a {@code String} the username; of the type of the account's id, that; a reference to the
 * account's entity, the account. It is null for whoever has not logged in, and for commands and jobs. What application code assigns is
 * overwritten.
 *
 * <pre>{@code @CreatedBy @ManyToOne(fetch = LAZY) public User author;}</pre>
 */
@Stamp(value = "Who made the row; null for the system.", content = Stamp.Content.VIEWER, atUpdate = false)
@AttributeBinderType(binder = StampBinder.class)
@Retention(RUNTIME)
@Target(FIELD)
public @interface CreatedBy {}
