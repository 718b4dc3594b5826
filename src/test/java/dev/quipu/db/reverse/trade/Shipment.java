package dev.quipu.db.reverse.trade;

import static jakarta.persistence.GenerationType.SEQUENCE;

import dev.quipu.security.Grant;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.validation.constraints.Min;

@Entity
@Table(name = "shipments")
@Grant(roles = "admin", attributes = Grant.ALL)
public class Shipment extends PanacheEntityBase {

    @Id
    @GeneratedValue(strategy = SEQUENCE)
    @SequenceGenerator(sequenceName = "shipments_id_seq", allocationSize = 1)
    public Long id;

    public Integer employeeId;

    @Column(length = 20)
    public String territoryCode;

    @Min(1)
    @Column(nullable = false)
    public Integer crates;
}
