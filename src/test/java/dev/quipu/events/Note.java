package dev.quipu.events;

import dev.quipu.model.SoftDeletable;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;

/** Takes part in no rule. */
@Entity
@SoftDeletable
public class Note {

    @Id
    public Long id;

    public String text;

    public byte[] scan;

    public Instant deletedAt;
}
