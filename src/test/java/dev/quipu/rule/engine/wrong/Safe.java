package dev.quipu.rule.engine.wrong;

import dev.quipu.model.Hidden;
import dev.quipu.rule.Invariant;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;

@Entity
@Invariant(name = "isLocked", value = "code is not null", message = "safe {id} has the code {code}")
public class Safe {

    @Id
    public Long id;

    @Hidden
    public String code;
}
