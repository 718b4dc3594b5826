package dev.quipu.domain;

/** Whether an order has left the house. */
public enum OrderStatus {
    OPEN,
    SHIPPED
}
