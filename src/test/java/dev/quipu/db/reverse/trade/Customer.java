package dev.quipu.db.reverse.trade;

import static jakarta.persistence.EnumType.STRING;
import static jakarta.persistence.GenerationType.SEQUENCE;

import dev.quipu.model.SoftDeletable;
import dev.quipu.security.Grant;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.hibernate.Length;
import org.hibernate.annotations.ColumnDefault;
import org.hibernate.annotations.ColumnTransformer;

@Entity
@Table(name = "customers", uniqueConstraints = @UniqueConstraint(name = "one_username", columnNames = "username"))
@SoftDeletable
@Grant(roles = "admin", attributes = Grant.ALL)
public class Customer extends PanacheEntityBase {

    @Id
    @GeneratedValue(strategy = SEQUENCE)
    @SequenceGenerator(sequenceName = "customers_id_seq", allocationSize = 1)
    public Long id;

    @Column(nullable = false, length = 64)
    public String username;

    @Column(nullable = false, unique = true, length = 120)
    public String email;

    @Enumerated(STRING)
    @Column(nullable = false, length = 20)
    @ColumnDefault("'active'::character varying")
    public CustomerStatus status = CustomerStatus.active;

    @Column(nullable = false, precision = 12, scale = 2)
    @ColumnDefault("1000.00")
    public BigDecimal creditLimit = new BigDecimal("1000.00");

    @Column(name = "address_line_2", length = Length.LONG32, columnDefinition = "character varying")
    public String addressLine2;

    @ColumnDefault("true")
    public boolean newsletter = true;

    @Column(length = Length.LONG32, columnDefinition = "mood")
    @ColumnTransformer(read = "feeling::text", write = "?::mood")
    public String feeling;

    @Column(nullable = false, columnDefinition = "timestamp")
    @ColumnDefault("now()")
    @ColumnTransformer(read = "created_at at time zone 'UTC'", write = "? at time zone 'UTC'")
    public Instant createdAt = Instant.now();

    public Instant deletedAt;

    @OneToMany(mappedBy = "customer")
    public List<LegacyNote> legacyNotes = new ArrayList<>();

    @OneToMany(mappedBy = "customer")
    public List<Address> addresses = new ArrayList<>();

    @OneToMany(mappedBy = "customer")
    public List<CustomerPreference> customerPreferences = new ArrayList<>();

    @OneToMany(mappedBy = "customer")
    public List<CustomerProfile> customerProfiles = new ArrayList<>();

    @OneToMany(mappedBy = "customer")
    public List<Order> orders = new ArrayList<>();

    @Version
    @ColumnDefault("0")
    public int version;
}
