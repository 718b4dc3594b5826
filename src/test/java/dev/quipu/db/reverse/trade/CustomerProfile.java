package dev.quipu.db.reverse.trade;

import static jakarta.persistence.FetchType.LAZY;
import static jakarta.persistence.GenerationType.SEQUENCE;

import dev.quipu.security.Grant;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.LocalDate;
import org.hibernate.Length;
import org.hibernate.annotations.ColumnDefault;
import org.hibernate.annotations.OnDelete;
import org.hibernate.annotations.OnDeleteAction;

@Entity
@Table(name = "customer_profiles")
@Grant(roles = "admin", attributes = Grant.ALL)
public class CustomerProfile extends PanacheEntityBase {

    @Id
    @GeneratedValue(strategy = SEQUENCE)
    @SequenceGenerator(sequenceName = "customer_profiles_id_seq", allocationSize = 1)
    public Long id;

    @ManyToOne(fetch = LAZY, optional = false)
    @JoinColumn(unique = true)
    @OnDelete(action = OnDeleteAction.CASCADE)
    public Customer customer;

    @Column(nullable = false, length = Length.LONG32)
    @ColumnDefault("'none yet'::text")
    public String biography = "none yet";

    public LocalDate bornOn;
}
