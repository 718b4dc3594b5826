package dev.quipu.rule.engine.forum;

import dev.quipu.model.SoftDeletable;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;

@SoftDeletable
@Entity
@Table(name = "marks")
public class Mark {

    @Id
    public Long id;

    @ManyToOne(fetch = FetchType.LAZY)
    public Entry entry;

    /** No rule reads it. */
    @ManyToOne(fetch = FetchType.LAZY)
    public Topic about;

    public Integer weight;
    public Instant deletedAt;

    public Mark() {}

    public Mark(long id, Entry entry, Integer weight) {
        this.id = id;
        this.entry = entry;
        this.weight = weight;
    }
}
