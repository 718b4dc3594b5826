package dev.quipu.query;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A row with a JSON attribute. */
@Entity
public class JsonSpecimen {

    @Id
    public String id;

    @JdbcTypeCode(SqlTypes.JSON)
    public JsonNode content;
}
