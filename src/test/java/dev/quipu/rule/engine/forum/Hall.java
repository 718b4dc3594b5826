package dev.quipu.rule.engine.forum;

import dev.quipu.rule.CountOf;
import dev.quipu.rule.SumOf;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import jakarta.persistence.Table;
import java.util.ArrayList;
import java.util.List;

@Entity
@Table(name = "halls")
public class Hall {

    @Id
    public Long id;

    @OneToMany(mappedBy = "hall")
    public List<Topic> topics = new ArrayList<>();

    @CountOf("topics")
    public int topicCount;

    @SumOf("topics.points")
    public int points;
}
