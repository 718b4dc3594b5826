package dev.quipu.audit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.NumericNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.quipu.model.AttributeModel;
import dev.quipu.model.BasicAttribute;
import dev.quipu.model.BasicAttribute.Format;
import io.quarkus.runtime.util.HashUtil;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** The value of an attribute as an entry tells it: as the API does, but for bytes and long texts. */
final class RecordedValue {

    private static final int LONGEST = 1_000;
    private static final JsonMapper JSON =
            JsonMapper.builder().findAndAddModules().build();

    private RecordedValue() {}

    static JsonNode of(AttributeModel attribute, @Nullable Object value) {
        if (value == null) {
            return NullNode.getInstance();
        }
        if (value instanceof Boolean truth) {
            return BooleanNode.valueOf(truth);
        }
        if (value instanceof byte[] bytes) {
            return digest("bytes", bytes.length, bytes);
        }
        if (attribute instanceof BasicAttribute basic && basic.format() == Format.JSON) {
            return json(value);
        }
        return value instanceof Number number ? number(attribute, number) : text(value);
    }

    private static JsonNode number(AttributeModel attribute, Number number) {
        if (number instanceof BigDecimal decimal && attribute instanceof BasicAttribute basic) {
            return TextNode.valueOf(
                    decimal.setScale(basic.scale(), RoundingMode.HALF_UP).toPlainString());
        }
        // what other programs would read as a double is a text
        return number instanceof Integer || number instanceof Short || number instanceof Byte
                ? JsonNodeFactory.instance.numberNode(number.intValue())
                : floating(number);
    }

    private static JsonNode floating(Number number) {
        NumericNode exact = number instanceof Double || number instanceof Float
                ? JsonNodeFactory.instance.numberNode(number.doubleValue())
                : null;
        return exact == null || exact.isNaN() ? TextNode.valueOf(number.toString()) : exact;
    }

    private static JsonNode text(Object value) {
        String text = value instanceof Enum<?> constant ? constant.name() : value.toString();
        return text.length() <= LONGEST ? TextNode.valueOf(text) : digest(text);
    }

    private static JsonNode json(Object value) {
        JsonNode document = value instanceof JsonNode node ? node : JSON.valueToTree(value);
        String text = document.toString();
        return text.length() <= LONGEST ? document : digest(text);
    }

    private static JsonNode digest(String text) {
        return digest("characters", text.length(), text.getBytes(StandardCharsets.UTF_8));
    }

    private static JsonNode digest(String unit, int length, byte[] content) {
        return JsonNodeFactory.instance.objectNode().put(unit, length).put("sha256", HashUtil.sha256(content));
    }
}
