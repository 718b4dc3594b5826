package dev.quipu.db.reverse.trade;

import static jakarta.persistence.FetchType.LAZY;

import com.fasterxml.jackson.databind.JsonNode;
import dev.quipu.security.Grant;
import io.quarkus.hibernate.orm.panache.PanacheEntity;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Index;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;
import jakarta.validation.constraints.Min;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.hibernate.Length;
import org.hibernate.annotations.ColumnDefault;
import org.hibernate.annotations.ColumnTransformer;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.OnDelete;
import org.hibernate.annotations.OnDeleteAction;
import org.hibernate.type.SqlTypes;

@Entity
@Table(
        name = "products",
        uniqueConstraints = @UniqueConstraint(columnNames = {"supplier_id", "name"}),
        indexes = @Index(name = "products_by_category", columnList = "category_id, name"))
@Grant(roles = "admin", attributes = Grant.ALL)
public class Product extends PanacheEntity {

    @ManyToOne(fetch = LAZY, optional = false)
    public Supplier supplier;

    @ManyToOne(fetch = LAZY)
    @OnDelete(action = OnDeleteAction.SET_NULL)
    public Category category;

    @Column(nullable = false, length = 120)
    public String name;

    @Column(name = "\"desc\"", length = Length.LONG32)
    public String desc;

    @Min(0)
    @Column(nullable = false, precision = 12, scale = 2)
    public BigDecimal unitPrice;

    public Float weight;

    @ColumnDefault("false")
    public boolean discontinued;

    @JdbcTypeCode(SqlTypes.JSON)
    public JsonNode attributes;

    public byte[] photo;

    @Column(nullable = false, length = Length.LONG32, columnDefinition = "text[]")
    @ColumnDefault("'{}'::text[]")
    @ColumnTransformer(read = "tags::text", write = "?::text[]")
    public String tags = "{}";

    @OneToMany(mappedBy = "product")
    public List<OrderLine> orderLines = new ArrayList<>();

    @OneToMany(mappedBy = "product")
    public List<StockLevel> stockLevels = new ArrayList<>();
}
