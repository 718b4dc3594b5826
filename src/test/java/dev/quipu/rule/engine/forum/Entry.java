package dev.quipu.rule.engine.forum;

import dev.quipu.model.SoftDeletable;
import dev.quipu.rule.Computed;
import dev.quipu.rule.CopyOf;
import dev.quipu.rule.MinOf;
import dev.quipu.rule.SumOf;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Its reference is eager, as JPA has it by default. */
@SoftDeletable
@Entity
@Table(name = "entries")
public class Entry {

    @Id
    public Long id;

    @ManyToOne
    public Topic topic;

    @OneToMany(mappedBy = "entry", orphanRemoval = true)
    public List<Mark> marks = new ArrayList<>();

    public int base;

    @Computed("base + topic.bonus")
    public Integer points;

    @CopyOf("topic.bonus")
    public Integer bonusThen;

    @SumOf(value = "marks.weight", where = "weight > 0")
    public int weight;

    @MinOf("marks.weight")
    public Integer lightest;

    public Instant deletedAt;

    public Entry() {}

    public Entry(long id, Topic topic, int base) {
        this.id = id;
        this.topic = topic;
        this.base = base;
    }
}
