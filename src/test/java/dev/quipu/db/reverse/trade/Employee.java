package dev.quipu.db.reverse.trade;

import static jakarta.persistence.FetchType.LAZY;
import static jakarta.persistence.GenerationType.SEQUENCE;

import dev.quipu.security.Grant;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.ForeignKey;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.hibernate.Length;
import org.hibernate.annotations.ColumnDefault;
import org.hibernate.annotations.ColumnTransformer;

@Entity
@Table(name = "employees")
@Grant(roles = "admin", attributes = Grant.ALL)
public class Employee extends PanacheEntityBase {

    @Id
    @GeneratedValue(strategy = SEQUENCE)
    @SequenceGenerator(sequenceName = "employees_id_seq", allocationSize = 1)
    public Integer id;

    @Column(nullable = false, length = 100)
    public String name;

    @ManyToOne(fetch = LAZY)
    @JoinColumn(foreignKey = @ForeignKey(name = "reports_to"))
    public Employee manager;

    @Column(nullable = false)
    @ColumnDefault("CURRENT_DATE")
    public LocalDate hiredOn = LocalDate.now(ZoneOffset.UTC);

    @Column(length = Length.LONG32, columnDefinition = "time")
    @ColumnTransformer(read = "shift_starts::text", write = "?::time without time zone")
    public String shiftStarts;

    @Column(unique = true, length = Length.LONG32, columnDefinition = "uuid")
    @ColumnDefault("gen_random_uuid()")
    @ColumnTransformer(read = "badge::text", write = "?::uuid")
    public String badge = UUID.randomUUID().toString();

    @OneToMany(mappedBy = "manager")
    public List<Employee> employeesByManager = new ArrayList<>();

    @OneToMany(mappedBy = "handledBy")
    public List<Order> orders = new ArrayList<>();
}
