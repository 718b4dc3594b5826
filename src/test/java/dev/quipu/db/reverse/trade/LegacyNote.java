package dev.quipu.db.reverse.trade;

import static jakarta.persistence.FetchType.LAZY;
import static jakarta.persistence.GenerationType.SEQUENCE;

import dev.quipu.model.SoftDeletable;
import dev.quipu.security.Grant;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.ForeignKey;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.Length;

@Entity
@Table(name = "\"LegacyNotes\"")
@SoftDeletable
@Grant(roles = "admin", attributes = Grant.ALL)
public class LegacyNote extends PanacheEntityBase {

    @Id
    @GeneratedValue(strategy = SEQUENCE)
    @SequenceGenerator(sequenceName = "\"LegacyNotes_NoteId_seq\"", allocationSize = 1)
    @Column(name = "\"NoteId\"")
    public Integer noteId;

    @Column(name = "\"Body\"", nullable = false, length = Length.LONG32)
    public String body;

    @ManyToOne(fetch = LAZY)
    @JoinColumn(name = "\"CustomerId\"", foreignKey = @ForeignKey(name = "\"LegacyNotes_CustomerId_fkey\""))
    public Customer customer;

    public Instant deletedAt;
}
