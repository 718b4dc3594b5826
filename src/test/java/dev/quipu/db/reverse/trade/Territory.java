package dev.quipu.db.reverse.trade;

import dev.quipu.security.Grant;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.hibernate.Length;

@Entity
@Table(name = "territories")
@Grant(roles = "admin", attributes = Grant.ALL)
public class Territory extends PanacheEntityBase {

    @Id
    @Column(name = "code", length = 20)
    public String code;

    @Column(nullable = false, length = Length.LONG32)
    public String description;
}
