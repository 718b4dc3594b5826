package dev.quipu.db.reverse.trade;

import static jakarta.persistence.FetchType.LAZY;
import static jakarta.persistence.GenerationType.SEQUENCE;

import dev.quipu.security.Grant;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;
import java.util.ArrayList;
import java.util.List;

@Entity
@Table(name = "categories", uniqueConstraints = @UniqueConstraint(columnNames = {"parent_id", "name"}))
@Grant(roles = "admin", attributes = Grant.ALL)
public class Category extends PanacheEntityBase {

    @Id
    @GeneratedValue(strategy = SEQUENCE)
    @SequenceGenerator(sequenceName = "categories_id_seq", allocationSize = 1)
    public Integer id;

    @Column(nullable = false, length = 50)
    public String name;

    @ManyToOne(fetch = LAZY)
    public Category parent;

    @OneToMany(mappedBy = "parent")
    public List<Category> children = new ArrayList<>();

    @OneToMany(mappedBy = "category")
    public List<Product> products = new ArrayList<>();
}
