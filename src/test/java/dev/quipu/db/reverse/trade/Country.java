package dev.quipu.db.reverse.trade;

import dev.quipu.security.Grant;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import jakarta.persistence.Table;
import java.util.ArrayList;
import java.util.List;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

@Entity
@Table(name = "countries")
@Grant(roles = "admin", attributes = Grant.ALL)
public class Country extends PanacheEntityBase {

    @Id
    @JdbcTypeCode(SqlTypes.CHAR)
    @Column(name = "code", length = 2)
    public String code;

    @Column(nullable = false, unique = true, length = 80)
    public String name;

    @OneToMany(mappedBy = "country")
    public List<Address> addresses = new ArrayList<>();

    @OneToMany(mappedBy = "country")
    public List<Supplier> suppliers = new ArrayList<>();
}
