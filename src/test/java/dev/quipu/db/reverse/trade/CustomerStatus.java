package dev.quipu.db.reverse.trade;

public enum CustomerStatus {
    active,
    blocked
}
