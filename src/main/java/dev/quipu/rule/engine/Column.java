package dev.quipu.rule.engine;

import dev.quipu.expr.StateLayout;
import dev.quipu.model.AttributeModel;
import dev.quipu.model.BasicAttribute;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Objects;
import org.hibernate.engine.spi.SharedSessionContractImplementor;
import org.hibernate.metamodel.mapping.BasicValuedModelPart;
import org.hibernate.metamodel.mapping.JdbcMapping;
import org.hibernate.metamodel.mapping.internal.ToOneAttributeMapping;
import org.hibernate.persister.entity.EntityPersister;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.descriptor.converter.spi.BasicValueConverter;
import org.jspecify.annotations.Nullable;

/**
 * Where the engine's own statements find an element of an entity's state. Values travel to the database as text and are cast
 * there, one form for single values and for arrays.
 *
 * @param position in the state
 * @param name the column
 * @param type the SQL type to cast to
 */
record Column(int position, String name, String type, JdbcMapping mapping) {

    static Column of(RuledEntity entity, int position) {
        EntityPersister persister = entity.persister;
        BasicValuedModelPart part = part(persister, entity.attribute(position), position);
        String type = sqlType(part.getJdbcMapping());
        if (type == null) {
            throw new IllegalArgumentException("its column type cannot take part in rules");
        }
        return new Column(position, part.getSelectionExpression(), type, part.getJdbcMapping());
    }

    private static BasicValuedModelPart part(EntityPersister persister, AttributeModel attribute, int position) {
        var mapping = position == StateLayout.idPosition(persister)
                ? persister.getIdentifierMapping()
                : persister.findAttributeMapping(attribute.name());
        if (mapping instanceof ToOneAttributeMapping reference) {
            return Objects.requireNonNull(
                    reference.getForeignKeyDescriptor().getKeyPart().asBasicValuedModelPart());
        }
        return Objects.requireNonNull(Objects.requireNonNull(mapping).asBasicValuedModelPart());
    }

    /** Whether the engine's statements can carry such an attribute. */
    static boolean supports(BasicAttribute attribute, EntityPersister persister) {
        var part = part(
                persister,
                attribute,
                attribute.position() < 0 ? StateLayout.idPosition(persister) : attribute.position());
        return sqlType(part.getJdbcMapping()) != null;
    }

    private static @Nullable String sqlType(JdbcMapping mapping) {
        return switch (mapping.getJdbcType().getDefaultSqlTypeCode()) {
            case SqlTypes.CHAR, SqlTypes.VARCHAR, SqlTypes.LONGVARCHAR, SqlTypes.LONG32VARCHAR, SqlTypes.NVARCHAR ->
                "text";
            case SqlTypes.TINYINT, SqlTypes.SMALLINT -> "smallint";
            case SqlTypes.INTEGER -> "integer";
            case SqlTypes.BIGINT -> "bigint";
            case SqlTypes.NUMERIC, SqlTypes.DECIMAL -> "numeric";
            case SqlTypes.REAL -> "real";
            case SqlTypes.FLOAT, SqlTypes.DOUBLE -> "double precision";
            case SqlTypes.BOOLEAN, SqlTypes.BIT -> "boolean";
            case SqlTypes.DATE -> "date";
            case SqlTypes.TIME -> "time";
            case SqlTypes.TIMESTAMP -> "timestamp";
            case SqlTypes.TIMESTAMP_UTC, SqlTypes.TIMESTAMP_WITH_TIMEZONE -> "timestamp with time zone";
            case SqlTypes.UUID -> "uuid";
            default -> null;
        };
    }

    @Nullable
    Object read(ResultSet row, int index, SharedSessionContractImplementor session) throws SQLException {
        return Values.canonical(domainValue(mapping.getJdbcValueExtractor().extract(row, index, session)));
    }

    @SuppressWarnings("unchecked")
    private @Nullable Object domainValue(@Nullable Object relational) {
        var converter = (BasicValueConverter<Object, Object>) mapping.getValueConverter();
        return converter == null ? relational : converter.toDomainValue(relational);
    }

    @Nullable
    String text(@Nullable Object value) {
        Object relational = value == null ? null : mapping.convertToRelationalValue(value);
        if (relational == null) {
            return null;
        }
        if (relational instanceof Enum<?> constant) {
            return mapping.getJdbcType().isString() ? constant.name() : String.valueOf(constant.ordinal());
        }
        return relational instanceof BigDecimal decimal ? decimal.toPlainString() : relational.toString();
    }
}
