package dev.quipu.domain;

import dev.quipu.rule.CountOf;
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
@Table(name = "roles")
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
