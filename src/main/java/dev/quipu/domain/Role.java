package dev.quipu.domain;

import static dev.quipu.security.Action.READ;
import static dev.quipu.security.Grant.ALL;
import static dev.quipu.security.Grant.SIGNED_IN;

import dev.quipu.audit.Audited;
import dev.quipu.rule.CountOf;
import dev.quipu.security.Grant;
import io.quarkus.hibernate.orm.panache.PanacheEntity;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.OneToMany;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.ArrayList;
import java.util.List;
import org.hibernate.Length;

/** What a group of users may do. */
@Entity
@Audited
@Table(name = "roles")
@Grant(roles = "admin", attributes = ALL)
@Grant(roles = SIGNED_IN, actions = READ, attributes = "name")
public class Role extends PanacheEntity {

    @Column(nullable = false, unique = true, length = 64)
    public String name;

    @Column(length = Length.LONG32)
    public String description;

    @OneToMany(mappedBy = "role")
    public List<User> users = new ArrayList<>();

    @CountOf("users")
    public int userCount;

    @Version
    public int version;
}
