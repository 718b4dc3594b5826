package dev.quipu.db.reverse.trade;

public enum PaymentMethod {
    CARD,
    TRANSFER,
    CASH
}
