package dev.quipu.events;

import dev.quipu.rule.RowChanged;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.math.BigDecimal;
import java.util.List;
import org.hibernate.Session;

/**
 * Allocates payments to a customer's open invoices, both oldest first. A payment or an invoice that becomes smaller gives back its
 * newest allocations, and one that is deleted all of them; what becomes free is allocated again.
 */
@ApplicationScoped
public class Allocator {

    private final Session session;

    public Allocator(Session session) {
        this.session = session;
    }

    public void onPayment(@Observes RowChanged<Payment> payment) {
        if (payment.after("amount") instanceof BigDecimal amount && amount.signum() < 0) {
            throw payment.refusal("notNegative", "A payment cannot be negative", "amount");
        }
        if (payment.after("unallocated") instanceof BigDecimal left && left.signum() < 0) {
            giveBack("payment", payment.id(), left.negate());
        }
        allocate(payment);
    }

    public void onInvoice(@Observes RowChanged<Invoice> invoice) {
        if (invoice.after("openAmount") instanceof BigDecimal open && open.signum() < 0) {
            giveBack("invoice", invoice.id(), open.negate());
        }
        allocate(invoice);
    }

    private void giveBack(String owner, Object id, BigDecimal excess) {
        List<Allocation> newestFirst = session.createSelectionQuery(
                        "from Allocation a where a." + owner + ".id = :id order by a.id desc", Allocation.class)
                .setParameter("id", id)
                .getResultList();
        BigDecimal left = excess;
        for (Allocation allocation : newestFirst) {
            BigDecimal part = allocation.amount.min(left);
            allocation.amount = allocation.amount.subtract(part);
            left = left.subtract(part);
            if (allocation.amount.signum() == 0) {
                session.remove(allocation);
            }
        }
    }

    private void allocate(RowChanged<?> change) {
        Object customer = change.after("customer") != null ? change.after("customer") : change.before("customer");
        List<Object[]> payments = open("Payment", "unallocated", "p.id", customer);
        List<Object[]> invoices = open("Invoice", "openAmount", "p.issuedOn, p.id", customer);
        for (Object[] payment : payments) {
            BigDecimal left = (BigDecimal) payment[1];
            for (Object[] invoice : invoices) {
                BigDecimal part = left.min((BigDecimal) invoice[1]);
                if (part.signum() > 0) {
                    allocate((Payment) payment[0], (Invoice) invoice[0], part);
                    left = left.subtract(part);
                    invoice[1] = ((BigDecimal) invoice[1]).subtract(part);
                }
            }
        }
    }

    /** Rows with what is left of them. The amount is selected beside the entity, which may have been read before it was locked. */
    private List<Object[]> open(String entity, String amount, String order, Object customer) {
        return session.createSelectionQuery(
                        "select p, p." + amount + " from " + entity + " p where p.customer.id = :customer and p."
                                + amount + " > 0 order by " + order,
                        Object[].class)
                .setParameter("customer", customer)
                .getResultList();
    }

    private void allocate(Payment payment, Invoice invoice, BigDecimal amount) {
        Allocation allocation = new Allocation();
        allocation.payment = payment;
        allocation.invoice = invoice;
        allocation.amount = amount;
        session.persist(allocation);
    }
}
