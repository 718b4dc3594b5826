package dev.quipu.events;

import dev.quipu.model.SoftDeletable;
import dev.quipu.security.Grant;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;

/** Takes part in no rule. */
@Entity
@SoftDeletable
@Grant(roles = "admin", attributes = Grant.ALL)
public class Note {

    @Id
    public Long id;

    public String text;

    public byte[] scan;

    public Instant deletedAt;
}
