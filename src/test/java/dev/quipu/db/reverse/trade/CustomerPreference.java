package dev.quipu.db.reverse.trade;

import static jakarta.persistence.FetchType.LAZY;

import com.fasterxml.jackson.databind.JsonNode;
import dev.quipu.security.Grant;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.MapsId;
import jakarta.persistence.OneToOne;
import jakarta.persistence.Table;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.OnDelete;
import org.hibernate.annotations.OnDeleteAction;
import org.hibernate.type.SqlTypes;

@Entity
@Table(name = "customer_preferences")
@Grant(roles = "admin", attributes = Grant.ALL)
public class CustomerPreference extends PanacheEntityBase {

    @Id
    public Long id;

    @MapsId
    @OneToOne(fetch = LAZY, optional = false)
    @OnDelete(action = OnDeleteAction.CASCADE)
    public Customer customer;

    @JdbcTypeCode(SqlTypes.JSON)
    @Column(nullable = false, columnDefinition = "json")
    public JsonNode settings;
}
