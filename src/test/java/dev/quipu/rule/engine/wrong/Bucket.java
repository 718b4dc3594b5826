package dev.quipu.rule.engine.wrong;

import dev.quipu.rule.CountOf;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import java.util.ArrayList;
import java.util.List;

/** What no drop can fill by itself: nobody can name it, and its first drop would not know its colour. */
@Entity
public class Bucket {

    @Id
    @GeneratedValue
    public Long id;

    @Column(nullable = false)
    public String colour;

    @Column(nullable = false)
    public String size = "small";

    public byte[] picture = {};

    @ManyToOne(optional = false)
    public Bucket below;

    @OneToMany(mappedBy = "bucket")
    public List<Drop> drops = new ArrayList<>();

    @CountOf(value = "drops", insertParent = true)
    public int dropCount;
}
