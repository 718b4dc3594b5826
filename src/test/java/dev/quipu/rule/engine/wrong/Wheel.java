package dev.quipu.rule.engine.wrong;

import dev.quipu.rule.Computed;
import dev.quipu.rule.SumOf;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import java.util.List;

/** Rules that turn in a circle. */
@Entity
public class Wheel {

    @Id
    public Long id;

    @Computed("b + 1")
    public int a;

    @Computed("a + 1")
    public int b;

    @ManyToOne
    public Wheel hub;

    @OneToMany(mappedBy = "hub")
    public List<Wheel> spokes;

    @SumOf("spokes.down")
    public long up;

    @Computed("hub.up")
    public Long down;
}
