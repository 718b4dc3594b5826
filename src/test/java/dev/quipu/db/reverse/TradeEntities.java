package dev.quipu.db.reverse;

import dev.quipu.db.ConstraintNames;
import dev.quipu.db.reverse.trade.Address;
import dev.quipu.db.reverse.trade.Category;
import dev.quipu.db.reverse.trade.Country;
import dev.quipu.db.reverse.trade.Customer;
import dev.quipu.db.reverse.trade.CustomerPreference;
import dev.quipu.db.reverse.trade.CustomerProfile;
import dev.quipu.db.reverse.trade.Employee;
import dev.quipu.db.reverse.trade.LegacyNote;
import dev.quipu.db.reverse.trade.Order;
import dev.quipu.db.reverse.trade.OrderLine;
import dev.quipu.db.reverse.trade.Payment;
import dev.quipu.db.reverse.trade.Product;
import dev.quipu.db.reverse.trade.Shipment;
import dev.quipu.db.reverse.trade.StockLevel;
import dev.quipu.db.reverse.trade.Supplier;
import dev.quipu.db.reverse.trade.Territory;
import dev.quipu.testing.RuledDatabase;
import java.util.Map;

/** The imported entities on a database that has their tables, with Quipu's rules. */
public final class TradeEntities {

    private TradeEntities() {}

    public static RuledDatabase on(TradeDatabase database) {
        return RuledDatabase.of(
                Map.of(
                        "jakarta.persistence.jdbc.url",
                        database.url() + "?options=-c%20timezone=UTC",
                        "hibernate.implicit_naming_strategy",
                        ConstraintNames.class.getName(),
                        "hibernate.timezone.default_storage",
                        "NORMALIZE_UTC",
                        "hibernate.hbm2ddl.auto",
                        "none"),
                Address.class,
                Category.class,
                Country.class,
                Customer.class,
                CustomerPreference.class,
                CustomerProfile.class,
                Employee.class,
                LegacyNote.class,
                Order.class,
                OrderLine.class,
                Payment.class,
                Product.class,
                Shipment.class,
                StockLevel.class,
                Supplier.class,
                Territory.class);
    }
}
