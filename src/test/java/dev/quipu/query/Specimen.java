package dev.quipu.query;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.hibernate.annotations.Formula;

/** One attribute of each type that the API knows; its id is a text. */
@Entity
public class Specimen {

    /** Stored once by name and once by number. */
    public enum Size {
        SMALL,
        LARGE
    }

    @Id
    public String id;

    public String text;
    public short small;
    public int whole;
    public long big;
    public float rough;
    public double fine;

    @Column(precision = 20, scale = 6)
    public BigDecimal exact;

    public boolean flag;
    public LocalDate day;
    public Instant moment;
    public OffsetDateTime stamp;

    @Enumerated(EnumType.STRING)
    public Size named;

    @Enumerated(EnumType.ORDINAL)
    public Size numbered;

    public byte[] bytes;

    @Formula("whole / 2")
    public int half;
}
