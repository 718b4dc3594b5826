package dev.quipu.rule.engine.forum;

import dev.quipu.model.SoftDeletable;
import dev.quipu.rule.MaxOf;
import dev.quipu.rule.SumOf;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OneToOne;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Two keys, each unique among what is not deleted. */
@SoftDeletable
@Entity
@Table(name = "topics", uniqueConstraints = @UniqueConstraint(columnNames = {"hall_id", "title"}))
public class Topic {

    @Id
    public Long id;

    @ManyToOne(fetch = FetchType.LAZY)
    public Hall hall;

    @Column(unique = true)
    public String slug;

    public String title;

    @OneToMany(mappedBy = "topic", cascade = CascadeType.ALL)
    public List<Entry> entries = new ArrayList<>();

    /** A cascade along a foreign key of its own. */
    @OneToOne(fetch = FetchType.LAZY, cascade = CascadeType.REMOVE)
    public Mark pinned;

    public int bonus;

    @SumOf("entries.points")
    public int points;

    @MaxOf("entries.points")
    public Integer best;

    public Instant deletedAt;

    @Version
    public int version;

    public Topic() {}

    public Topic(long id, Hall hall, String name) {
        this.id = id;
        this.hall = hall;
        this.slug = name;
        this.title = name;
    }
}
