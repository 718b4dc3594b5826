package dev.quipu.rule.engine.wrong;

import dev.quipu.model.SoftDeletable;
import jakarta.persistence.CascadeType;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OneToOne;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** Its soft deletion would take with it for good what it cascades to; but for those that it only refers to. */
@SoftDeletable
@Entity
public class Orchard {

    @Id
    public Long id;

    @OneToMany(mappedBy = "orchard", cascade = CascadeType.ALL)
    public List<Tree> trees;

    @OneToMany(mappedBy = "felledIn", orphanRemoval = true)
    public List<Tree> felled;

    @OneToMany(mappedBy = "visibleFrom", cascade = CascadeType.PERSIST)
    public List<Tree> seen;

    @OneToOne(cascade = CascadeType.REMOVE)
    public Fence fence;

    @ElementCollection
    public Set<String> sorts;

    public Instant deletedAt;
}
